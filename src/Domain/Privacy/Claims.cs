namespace Gava.Domain.Privacy;

/// <summary>
/// Which stretches are spoken for. The surest engine comes first, so that the digits of a personal identity number are not
/// a telephone as well; a stretch can also be set aside as something that is no personal data, such as a diary number.
/// </summary>
internal sealed class Claims(int length)
{
    private readonly bool[] _taken = new bool[length];
    private readonly List<Finding> _findings = [];

    /// <summary>In the order of the text.</summary>
    public IReadOnlyList<Finding> Findings
    {
        get
        {
            _findings.Sort((one, other) => one.Start.CompareTo(other.Start));
            return _findings;
        }
    }

    public bool IsFree(int start, int end) => !_taken.AsSpan(start, end - start).Contains(true);

    public void Add(int start, int end, PersonalDataType type, string why)
    {
        if (end <= start || !IsFree(start, end)) return;
        SetAside(start, end);
        _findings.Add(new Finding(start, end - start, type, why));
    }

    public void SetAside(int start, int end) => _taken.AsSpan(start, end - start).Fill(true);
}
