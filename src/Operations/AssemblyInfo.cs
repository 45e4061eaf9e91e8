using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("Gava.Web.Tests")]
