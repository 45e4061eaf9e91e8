using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("Gava.Domain.Tests")]
