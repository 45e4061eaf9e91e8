-- What waits at a desk is few among many: these hold only the few. One each, since SQLite proves no less than equality.
CREATE INDEX cases_received ON cases (urgent_at) WHERE status = 'Received';
CREATE INDEX cases_offered ON cases (urgent_at) WHERE status = 'Offered';
