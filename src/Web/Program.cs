Console.WriteLine("Gåva");

/// <summary>The program: pages, API, jobs and command line behind one name.</summary>
public partial class Program;
