-- What waits at a desk is few among many: these hold only the few.
CREATE INDEX cases_waiting ON cases (status, urgent_at) WHERE status IN ('Received', 'Offered');
