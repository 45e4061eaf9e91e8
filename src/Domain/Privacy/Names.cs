namespace Gava.Domain.Privacy;

/// <summary>
/// Names of people. A row of words that may be names is weighed against the words before it: the lists know some names whatever stands around,
/// others only after a title, a kin word or "heter". What was found once is found everywhere in the text.
/// </summary>
internal static class Names
{
    private const int LongestName = 6;

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Particles =
        Cues.Of("von af de da di del der den van la le al el bin ben ter zu dos bint ibn ould abu y v");

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> PlacePrepositions =
        Cues.Of("i på till från vid mot mellan genom förbi kring runt via utanför nära åt längs över");

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Possessives =
        Cues.Of("min mitt mina vår våra hans hennes deras sin ditt din er");

    /// <summary>A word after these, with a capital, is somebody.</summary>
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Addressing =
        Cues.Of("sa sade säger puttade knuffade slog retar hälsa hälsade ringt mejlat mailat smsat träffat mött frågade frågar ringde mejlade mailade träffade mötte kontaktade kontakta fråga be bad hej hejsan hallå tjena tjenare kära käre bästa bäste tack enligt fröken");

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Talking =
        Cues.Of("pratade pratat prata pratar talade talat tala talar snackade snackat snacka samtal samtalade möte kontakt telefonsamtal träff jobbar jobbade tillsammans gift granne ihop");

    /// <summary>Verbs of people: who does this is somebody.</summary>
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Doing =
        Cues.Of("sa sade säger ringde ringer svarar svarade lovade lovar skrev skriver påstår påstod hävdar berättade berättar tycker tyckte jobbar jobbade arbetar arbetade vet visste tror trodde ser såg lovat väntar väntade slutade ljuger ljög skäller skällde skriker skrek glömde hjälpte hjälper vägrar vägrade menar menade undrar mejlade mailade kör körde gråter grät vinkade skrattade sov blev ville gick kom hade fick");

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> BeforeDays =
        Cues.Of("i på till från under sedan sen efter före och eller god goda den en ett varje nästa förra hela samma mellan om av månaden innan inför även per vardera tom");

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Headers = Cues.Of("från till from to kopia cc avsändare mottagare närvarande deltagare frånvarande vittne vittnen underskrifter sökande medsökande vid");

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> PersonNouns =
        Cues.Of("mannen kvinnan damen herren killen tjejen pojken flickan ungen barnet kidet bebisen grannen vännen kompisen personen människan chefen snubben gubben gumman tanten kärringen bruden polaren kollegan vikarien praktikanten anställde kunden gästen ombudet vittnet offret eleven klienten föraren");

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> FormLabels =
        Cues.Of("namn förnamn efternamn tilltalsnamn namnförtydligande anmälare anmälaren kontaktperson inskickare vårdnadshavare underskrift");

    /// <summary>Writers, singers and figures in books whom letters name as works or streets, not as somebody of the matter.</summary>
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Famous =
        Cues.Of("evert-taube cornelis-vreeswijk astrid-lindgren astrid-lindgrens selma-lagerlöf selma-lagerlöfs vilhelm-moberg vilhelm-mobergs august-strindberg august-strindbergs nils-holgersson nils-holgerssons pippi-långstrump pippi-långstrumps karin-boye karin-boyes harry-martinson elsa-beskow elsa-beskows carl-larsson anders-zorn alfred-nobel alfred-nobels olof-palme olof-palmes dag-hammarskjöld dag-hammarskjölds raoul-wallenberg raoul-wallenbergs esaias-tegnér gustav-vasa carl-von-linné povel-ramel jussi-björling birgit-nilsson monica-zetterlund stieg-larsson henning-mankell tove-jansson tove-janssons gunnar-ekelöf hjalmar-söderberg verner-von-heidenstam ellen-key fredrika-bremer fredrika-bremers harry-potter kalle-anka kalle-blomkvist alfons-åberg elvis-presley ingmar-bergman greta-garbo jan-guillou");

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Abbreviations = Cues.Of("p.s o.s n.b f.d o.d s.k t.o f.n m.m n.n");

    /// <summary>Short words in capitals that end a text and are nobody's initials.</summary>
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> NoInitials =
        Cues.Of("ok nej ja jo hej tack obs ps va wtf lol omg asap mm osv fy hm ej nu ab hb kb tv wc it eu usa uk id dvd led rfid hiss nej stop slut snälla help sos fan i å ö");

    /// <summary>Words that may stand between "heter" and the name.</summary>
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Hedging = Cues.Of("nog väl visst egentligen ju typ då alltså också även fortfarande numera bara väll kanske tydligen i för");

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Persons = Cues.Of("jag han hon hen som barnet sonen dottern");

    /// <summary>Finds them, and tells which words are names.</summary>
    public static bool[] Find(Passage passage, Claims claims, IReadOnlyCollection<string> knownNames, SecondOpinion? opinion)
    {
        var known = new HashSet<string>();
        foreach (var name in knownNames) Learn(name, known);
        foreach (var name in knownNames) FindWhole(passage, claims, name);
        if (known.Count > 0) FindAgain(passage, claims, known.GetAlternateLookup<ReadOnlySpan<char>>(), areTold: true);
        var told = known.Count;
        var names = new bool[passage.Count];
        for (var i = 0; i + 2 < passage.Count; i++) FindLabelled(passage, claims, i, known, names);
        var settled = new bool[passage.Count];
        for (var i = 0; i < passage.Count;) i = Weigh(passage, claims, i, known, names, settled);
        for (var i = passage.Count - 3; i >= 0; i--) WeighBeforeName(passage, claims, i, known, names);
        opinion?.Find(passage, claims, names, settled, i => Learn(Stem(passage, i), passage[i].Traits, known));
        if (known.Count > told) FindAgain(passage, claims, known.GetAlternateLookup<ReadOnlySpan<char>>(), areTold: false);
        return names;
    }

    private static void Learn(string name, HashSet<string> known)
    {
        foreach (var part in name.ToLowerInvariant().Split([' ', ',', '.'], StringSplitOptions.RemoveEmptyEntries))
            Learn(part.AsSpan(), Lexicon.Default.Of(part), known);
    }

    private static void Learn(ReadOnlySpan<char> part, Traits traits, HashSet<string> known)
    {
        if (part.Length < 3 && !(part.Length == 2 && (traits & Traits.Surname) != Traits.None) || (traits & Traits.Ordinary) != Traits.None || Particles.Contains(part)) return;
        known.Add(part.ToString());
    }

    /// <summary>"Efternamn: von der esch": a form tells outright what stands in the line.</summary>
    private static void FindLabelled(Passage passage, Claims claims, int label, HashSet<string> known, bool[] names)
    {
        if (!passage[label].StartsLine || !passage.IsWord(label)) return;
        var sign = label + 1;
        while (sign < label + 3 && passage.IsWord(sign) && passage.IsNextTo(sign)) sign++;
        if (!passage.IsSign(sign, ':') || !FormLabels.Contains(passage.Word(sign - 1))) return;
        var next = sign + 1;
        while (next < passage.Count && next - sign <= LongestName && passage.IsWord(next) && passage.IsNextTo(next) && passage[next].Length > 1
            && claims.IsFree(passage[next].Start, passage[next].End) && !passage[next].Is(Traits.NotName | Traits.Role | Traits.Kin | Traits.Cue | Traits.Speech)) next++;
        if (next == sign + 1 || next < passage.Count && !passage[next].StartsLine || Particles.Contains(passage.Word(next - 1))) return;
        claims.Add(passage[sign + 1].Start, passage[next - 1].End, PersonalDataType.Person, $"står efter '{passage.Word(sign - 1)}'");
        for (var i = sign + 1; i < next; i++)
        {
            names[i] = true;
            Learn(Stem(passage, i), passage[i].Traits, known);
        }
    }

    /// <summary>Looks at the name that may begin here; gives the next token to look at.</summary>
    private static int Weigh(Passage passage, Claims claims, int first, HashSet<string> known, bool[] names, bool[] settled)
    {
        if (AfterInitials(passage, claims, first) is var initials && initials > first)
        {
            claims.Add(passage[first].Start, passage[initials - 1].End, PersonalDataType.Person, "initialer");
            return initials;
        }

        if (WhySignedInitials(passage, claims, first) is { } signed)
        {
            claims.Add(passage[first].Start, passage[first].End, PersonalDataType.Person, signed);
            return first + 1;
        }

        if (IsParticleName(passage, claims, first, names))
        {
            claims.Add(passage[first].Start, EndOf(passage, first + 2), PersonalDataType.Person, $"står efter '{passage.Word(first)}'");
            names[first] = names[first + 1] = true;
            Learn(Stem(passage, first + 1), passage[first + 1].Traits, known);
            return first + 2;
        }

        if (!MayBeName(passage, claims, first)) return first + 1;
        var next = AfterName(passage, claims, first);
        if (IsSomethingElse(passage, first, next))
        {
            settled.AsSpan(first, next - first).Fill(true);
            return next;
        }

        if ((WhyPerson(passage, first, next) ?? WhyBeside(passage, first, next, names)) is not { } why) return first + 1;
        var start = passage[first].Start;
        claims.Add(start, EndOf(passage, next), PersonalDataType.Person, why);
        for (var i = first; i < next; i++)
        {
            names[i] = true;
            if (passage.IsWord(i)) Learn(Stem(passage, i), passage[i].Traits, known);
        }

        return next;
    }

    /// <summary>A street, a firm, a work, or something that is named after somebody.</summary>
    private static bool IsSomethingElse(Passage passage, int first, int next) =>
        IsStreetOrPlace(passage, next) && passage.IsWord(next - 1) && passage.Word(next - 1)[^1] == 's' && CueBefore(passage, first) is null && !IsPupilsSchool(passage, first, next)
        || next == first + 1 && IsInRowOfPlaces(passage, first)
        || IsFirm(passage, first, next) || IsFamous(passage, first, next) || IsNamedAfter(passage, first, next);

    /// <summary>"på Elins skola": a given name alone, and no place.</summary>
    private static bool IsPupilsSchool(Passage passage, int first, int next) =>
        next == first + 1 && passage.Word(next) is "skola" or "förskola" && passage[first].Is(Traits.Given) && passage[first].Is(Traits.Genitive) && !passage[first].Is(Traits.Ambiguous | Traits.Place | Traits.Surname);

    /// <summary>"/HJ", "Sign MÅ", "… kl. 10. BK" and "Vi hörs, O": initials that sign; "av ”RS”": initials in quotation marks.</summary>
    private static string? WhySignedInitials(Passage passage, Claims claims, int i)
    {
        if (i == 0 || passage.IsShouted || !passage.IsWord(i) || passage[i].Length > 4 || !IsCapitals(passage, i) || passage[i].Is(Traits.NotName) || NoInitials.Contains(passage.Word(i)) || !claims.IsFree(passage[i].Start, passage[i].End)) return null;
        var isQuoted = IsQuote(passage, i - 1) && IsQuote(passage, i + 1) && passage[i].Length is 2 or 3 && passage.IsWord(i - 2) && passage.Word(i - 2) is "av" or "signaturen" or "signatur" or "sign" or "hos" or "från" or "enligt" or "handläggare";
        if (isQuoted) return "initialer inom citattecken";
        if (passage.IsNumber(i - 1) || passage.IsNumber(i + 1) && passage.IsNextTo(i + 1)) return null;
        var isSigned = passage[i].Length > 1 && passage.IsNextTo(i) && passage.IsWord(i - 1) && passage.Word(i - 1) is "sign" or "signatur" or "signerat" or "signerad" || passage.IsSign(i - 1, '.') | passage.IsSign(i - 1, ':') && passage.IsWord(i - 2) && passage.Word(i - 2) is "sign" or "sgn";
        if (isSigned) return "initialer efter 'sign'";
        var isReported = passage[i].Length is 2 or 3 && passage.IsNextTo(i) && passage.IsWord(i - 1) && passage.Word(i - 1) is "av" && passage.IsWord(i - 2) && (passage.Word(i - 2).EndsWith("at") || passage.Word(i - 2).EndsWith("et")) && !passage[i - 2].IsCapitalised | passage[i - 2].StartsSentence
            && (i + 1 == passage.Count || passage[i + 1].StartsLine || passage.IsSign(i + 1, '.') || passage.IsSign(i + 1, ',')) && !SwedishWords.Default.Knows(passage.Word(i));
        if (isReported) return "initialer efter 'av'";
        var isLast = i + 1 == passage.Count || passage.IsSign(i + 1, '.') && i + 2 == passage.Count;
        var endsLine = isLast || passage[i + 1].StartsLine;
        if (endsLine && passage.IsSign(i - 1, '/') && (i == 1 || !passage.IsGlued(i - 1) || passage.IsSign(i - 2, '/'))) return "initialer som underskrift";
        if (endsLine && passage[i].Length > 1 && passage.IsNextTo(i) && passage.IsWord(i - 1) && passage[i - 1].Is(Traits.Cue)) return "initialer som underskrift";
        if (!isLast) return null;
        if (passage[i].Length > 1) return passage[i].StartsSentence || passage[i].StartsLine ? "initialer som underskrift" : null;
        return passage[i].StartsLine || passage.IsSign(i - 1, ',') && passage.IsWord(i - 2) && passage.Word(i - 2) is "hörs" or "hälsar" or "hälsningar" or "tack" or "mvh" or "hej" or "kram" ? "initial som underskrift" : null;
    }

    private static bool IsCapitals(Passage passage, int i)
    {
        foreach (var sign in passage.Text.AsSpan(passage[i].Start, passage[i].Length))
            if (!char.IsUpper(sign)) return false;
        return true;
    }

    private static bool IsQuote(Passage passage, int i) => passage.IsSign(i, '"') || passage.IsSign(i, '”') || passage.IsSign(i, '“') || passage.IsSign(i, '»') || passage.IsSign(i, '«');

    /// <summary>"Bergdahl och de Wit", "von Platen ringde": a particle and an unknown word or surname.</summary>
    private static bool IsParticleName(Passage passage, Claims claims, int i, bool[] names)
    {
        if (!passage.IsWord(i) || passage[i].IsCapitalised || passage.IsShouted || !passage.IsNextTo(i + 1) || !passage.IsWord(i + 1) || !passage[i + 1].IsCapitalised || passage[i + 1].Length < 3) return false;
        if (!(passage.Word(i) is "von" or "van" or "ter" or "zu" || passage.Word(i) is "af" or "de" or "la" or "el" or "al" or "bin" && i > 1 && IsRowSign(passage, i - 1) && names[i - 2])) return false;
        return claims.IsFree(passage[i].Start, passage[i + 1].End) && !passage[i + 1].Is(Traits.Ordinary | Traits.Role | Traits.Kin | Traits.Cue) && (!passage[i + 1].Is(Traits.Place) || passage[i + 1].Is(Traits.AnyName));
    }

    /// <summary>"Nguyen, Linh; Omar, Yahya;": surname and given name in a list with semicolons.</summary>
    private static bool IsPair(Passage passage, int first) =>
        passage.IsWord(first) && passage.IsSign(first + 1, ',') && passage.IsNextTo(first + 2) && passage.IsWord(first + 2) && HasCapital(passage, first) && HasCapital(passage, first + 2)
        && passage[first].Is(Traits.AnyName) | passage[first + 2].Is(Traits.AnyName) && !passage[first].Is(Traits.NotName) && !passage[first + 2].Is(Traits.NotName)
        && (passage.IsSign(first + 3, ';') || passage.IsSign(first - 1, ';') && (first + 3 == passage.Count || passage[first + 3].StartsLine || passage.IsSign(first + 3, '.')))
        && (first == 0 || passage[first].StartsLine || passage.IsSign(first - 1, ';') || passage.IsSign(first - 1, ':'));

    /// <summary>"Elevens namn: Nurmela, Aino", "Anhörig Cabdi, Liban påstår", "/ Sandin, Therese": turned round after a label, a kin word or another such.</summary>
    private static bool IsPairAfterCue(Passage passage, int first)
    {
        if (!passage.IsWord(first) || !passage.IsSign(first + 1, ',') || !passage.IsNextTo(first + 2) || !passage.IsWord(first + 2) || !HasCapital(passage, first) || !HasCapital(passage, first + 2)) return false;
        if (passage[first].Is(Traits.NotName | Traits.Role | Traits.Kin) || passage[first + 2].Is(Traits.NotName | Traits.Role | Traits.Kin | Traits.Genitive) || !passage[first + 2].Is(Traits.Given) && !(passage[first].Is(Traits.Surname | Traits.SurnameEnding) && UnknownWords.IsUnknown(passage, first + 2))) return false;
        if (passage.IsSign(first + 3, ',') || passage.IsNextTo(first + 3) && IsRowSign(passage, first + 3) && !passage.IsSign(first + 3, '/') && !passage.IsSign(first + 3, ';') || passage.IsNextTo(first + 3) && passage.IsWord(first + 3) && HasCapital(passage, first + 3)) return false;
        if (passage.IsSign(first - 1, '/')) return passage.IsWord(first - 2) && passage.IsSign(first - 3, ',');
        var cue = passage.IsSign(first - 1, ':') ? first - 2 : first - 1;
        return passage.IsWord(cue) && (passage[cue].Is(Traits.Role | Traits.Kin | Traits.Cue) || FormLabels.Contains(passage.Word(cue)) || passage.Word(cue) is "står" or "elev" or "barn" or "brukare") && !passage[cue].Is(Traits.Genitive);
    }

    /// <summary>"Monia, Per-Anders och …": what stands first in a row of names.</summary>
    private static void WeighBeforeName(Passage passage, Claims claims, int i, HashSet<string> known, bool[] names)
    {
        if (names[i] || !names[i + 2] || !IsRowSign(passage, i + 1) || !passage.IsWord(i) || passage[i + 2].StartsLine) return;
        var token = passage[i];
        var isBetween = i > 1 && names[i - 2] && IsRowSign(passage, i - 1) && token.Is(Traits.Given) && !token.Is(Traits.NotName) && token.Length > 2;
        var isAfterMe = token.Is(Traits.Given) && !token.Is(Traits.NotName) && token.Length > 2 && passage.IsNextTo(i) && passage.IsWord(i - 1) && passage.Word(i - 1) is "mig" or "jag" or "oss" or "vi" or "dig" or "med" or "både";
        if (!claims.IsFree(token.Start, token.End) || !isBetween && !isAfterMe && !FitsRow(passage, i) || AfterPlacePreposition(passage, i)) return;
        if (!token.Is(Traits.AnyName) && token.StartsSentence) return;
        claims.Add(token.Start, token.End, PersonalDataType.Person, "i rad med andra namn");
        names[i] = true;
        Learn(Stem(passage, i), token.Traits, known);
    }

    private static bool IsRowSign(Passage passage, int i) =>
        passage.IsSign(i, ',') || passage.IsSign(i, ';') || passage.IsSign(i, '&') || passage.IsSign(i, '/') || (passage.IsWord(i) && passage.Word(i) is "och" or "o" or "samt" or "eller" or "å");

    private static bool FitsRow(Passage passage, int i) =>
        passage[i].Length > 1 && (passage.IsShouted ? passage[i].Is(Traits.AnyName) : HasCapital(passage, i) || passage[i].Is(Traits.Given) && (!passage[i].Is(Traits.Ambiguous) || !passage.IsOrdinary(i)))
        && !passage[i].Is(Traits.Ordinary | Traits.Role | Traits.Kin | Traits.Cue) && (!passage[i].Is(Traits.Place) || passage[i].Is(Traits.Given))
        && !IsEstablishment(passage, i) && !IsAbbreviation(passage, i) && !IsStreetOrPlace(passage, i + 1) && !IsLetteredWord(passage, i);

    /// <summary>"EU-medborgare", "BVC-sköterska".</summary>
    private static bool IsLetteredWord(Passage passage, int i)
    {
        var text = passage.Text.AsSpan(passage[i].Start, passage[i].Length);
        return text.LastIndexOf('-') is > 1 and var hyphen && char.IsUpper(text[hyphen - 1]) && char.IsLower(text[hyphen + 1]);
    }

    /// <summary>What the words around say of a word that the lists do not know, or know as something else too.</summary>
    private static string? WhyBeside(Passage passage, int first, int next, bool[] names)
    {
        if (first > 1 && IsRowSign(passage, first - 1) && names[first - 2] && !passage[first].StartsLine && FitsRow(passage, first)) return "i rad med andra namn";
        var token = passage[first];
        if (!HasCapital(passage, first) && token.Is(Traits.Given) && !token.Is(Traits.Ordinary) && token.Length > 2 && passage.IsNextTo(first) && passage.IsWord(first - 1) && passage.Word(first - 1) is "jag" or "vår" or "våran" or "lilla" or "stackars" && UnknownWords.IsActing(passage, next)) return $"står efter '{passage.Word(first - 1)}'";
        if (!HasCapital(passage, first) && !passage.IsShouted && token.Is(Traits.Given) && !token.Is(Traits.NotName | Traits.Place | Traits.Genitive) && token.Length > 2 && (!token.Is(Traits.Common) || passage.IsNextTo(next)))
        {
            if (passage.IsNextTo(first) && passage.IsWord(first - 1) && passage.Word(first - 1) is "fråga" or "kontakta" or "hälsa" or "ringde" or "mejla") return $"står efter '{passage.Word(first - 1)}'";
            // "björn har druckit": where no sentence begins with a capital.
            if (token.StartsSentence && passage.IsNextTo(next) && passage.IsWord(next) && passage.Word(next) is "har" or "hade" or "sa" or "säger" or "ringde" or "skrev" or "vill" or "slutade" or "jobbar" or "lovade" && !token.Is(Traits.Common)) return $"förnamn före '{passage.Word(next)}'";
        }

        if (!HasCapital(passage, first))
            return token.Length == 3 && token.Is(Traits.Given) && !token.Is(Traits.Ambiguous | Traits.Ordinary | Traits.Place) && IsAddressed(passage, first) ? "förnamn" : null;
        if (!FitsRow(passage, first) || IsEstablishment(passage, next - 1)) return IsDayAndName(passage, first) ? "förnamn med stor bokstav" : null;
        if (passage.IsSign(next, '<')) return "står före en e-postadress";
        if (token.Is(Traits.AnyName) && HasAgeAfter(passage, next)) return "står före en ålder eller klass";
        if (IsPointedAt(passage, first)) return "står efter 'den där'";
        if (token.Is(Traits.AnyName) && DoesSomething(passage, first, next)) return $"står före '{passage.Word(next)}'";
        if (IsAfterOtherThing(passage, first, names)) return null;
        if (UnknownWords.IsSomebodyInSentence(passage, first) && !IsStreetOrPlace(passage, next)) return "okänt ord med stor bokstav";
        if (UnknownWords.IsSomebodyFirst(passage, first, next)) return $"okänt ord före '{passage.Word(next)}'";
        var isKnownWord = !token.Is(Traits.AnyName) && passage.IsOrdinary(first);
        if (IsInHeader(passage, first)) return "står i ett brevhuvud";
        if (!isKnownWord && IsLastSentence(passage, first, next)) return "underskrift";
        if (IsLastLine(passage, first, next) || IsOwnLine(passage, first, next)) return "underskrift";
        if (isKnownWord || !token.Is(Traits.AnyName) && !token.StartsSentence && passage.IsWord(first - 1) && UnknownWords.IsThing(passage.Word(first - 1))) return null;
        if (!token.StartsSentence && IsAddressed(passage, first)) return $"står efter '{passage.Word(first - 1)}'";
        var does = passage.IsNextTo(next) && passage.IsWord(next) && Doing.Contains(passage.Word(next));
        if (does && (token.Is(Traits.Given) || (!token.StartsSentence && !AfterPlacePreposition(passage, first)))) return $"står före '{passage.Word(next)}'";
        if (token.StartsSentence && token.Is(Traits.Given) && !token.Is(Traits.Place) && UnknownWords.IsActing(passage, next) && !SwedishWords.Default.HasExactly(passage.Word(first))) return $"förnamn före '{passage.Word(next)}'";
        if (!token.StartsSentence && token.Is(Traits.Given) && token.Is(Traits.Place) && passage.IsNextTo(first) && passage.IsWord(first - 1) && passage.Word(first - 1) is "om" or "med" or "åt") return "förnamn med stor bokstav";
        if (token.Is(Traits.Given) && IsAtWork(passage, next)) return "förnamn före en arbetsplats";
        return UnknownWords.IsUnknown(passage, first) && next == first + 1 && !passage.IsNearly(first) && IsAtWork(passage, next) ? "okänt ord före en arbetsplats" : null;
    }

    /// <summary>"Vera (9)", "Liv (7A)", "Maja, 8 år".</summary>
    private static bool HasAgeAfter(Passage passage, int next)
    {
        if (passage.IsSign(next, ',')) return passage.IsNumber(next + 1) && passage[next + 1].Length < 3 && passage.IsNextTo(next + 2) && passage.IsWord(next + 2) && passage.Word(next + 2) is "år" or "mån" or "månader";
        if (!passage.IsSign(next, '(') || !passage.IsNumber(next + 1) || passage[next + 1].Length > 2) return false;
        return passage.IsSign(next + 2, ')') || passage.IsWord(next + 2) && (passage.Word(next + 2) is "år" or "mån" || passage[next + 2].Length == 1 && passage.IsGlued(next + 2)) && (passage.IsSign(next + 3, ')') || passage.IsSign(next + 3, ','));
    }

    /// <summary>"den där Kvist".</summary>
    private static bool IsPointedAt(Passage passage, int first) =>
        passage[first].Is(Traits.AnyName) && !passage[first].Is(Traits.NotName) && passage.IsNextTo(first) && passage.IsWord(first - 1) && passage.Word(first - 1) is "där" or "här" && passage.IsNextTo(first - 1) && passage.IsWord(first - 2) && passage.Word(first - 2) is "den" or "denna" or "denne";

    /// <summary>"och Lind spelade": an ordinary word with a capital in the middle of a sentence that did something.</summary>
    private static bool DoesSomething(Passage passage, int first, int next) =>
        (!passage[first].StartsSentence || passage[first].Is(Traits.Given)) && next == first + 1 && passage.IsNextTo(next) && passage.IsWord(next) && !passage[next].IsCapitalised && !AfterPlacePreposition(passage, first)
        && passage.Word(next).Length > 4 && passage.Word(next).EndsWith("ade") && passage.IsOrdinary(next);

    /// <summary>"Magnum, Piggelin och Daim": in a row with a capital word that is nobody's name.</summary>
    private static bool IsAfterOtherThing(Passage passage, int first, bool[] names) =>
        !passage[first].Is(Traits.AnyName) && first > 2 && IsRowSign(passage, first - 1) && !names[first - 2] && passage.IsWord(first - 2) && passage[first - 2].IsCapitalised && !passage[first - 2].StartsSentence && !passage[first - 2].Is(Traits.Role | Traits.Kin | Traits.Cue);

    private static bool IsAddressed(Passage passage, int first)
    {
        if (!passage.IsNextTo(first) || !passage.IsWord(first - 1)) return false;
        var before = passage.Word(first - 1);
        return Addressing.Contains(before) || (before is "med" or "hos" && passage.IsWord(first - 2) && Talking.Contains(passage.Word(first - 2)));
    }

    /// <summary>"Kan Dag ringa?" and "tvillingarna Juni och August": days and months have no capital in the middle of a sentence.</summary>
    private static bool IsDayAndName(Passage passage, int first) =>
        passage[first].Is(Traits.Given) && passage[first].Is(Traits.NotName) && HasCapital(passage, first) && !passage[first].IsAllCaps && !passage[first].StartsSentence && passage.IsNextTo(first)
        && !passage.Word(first - 1).SequenceEqual("lex") && passage.IsWord(first - 1) && !passage[first - 1].IsCapitalised | passage[first - 1].StartsSentence && !BeforeDays.Contains(passage.Word(first - 1));

    /// <summary>"Björn på vaktmästeriet", "Stig på fritids".</summary>
    private static bool IsAtWork(Passage passage, int next) =>
        passage.IsNextTo(next) && passage.IsWord(next) && passage.Word(next) is "på" or "i" or "från" && passage.IsWord(next + 1)
        && (passage.Word(next + 1) is "fritids" or "dagis" or "kommunen" or "växeln" or "köket" or "receptionen" or "biblioteket" or "hemtjänsten" or "expeditionen" or "vaktis" or "soc" or "gymnasiet" or "skolan" or "förskolan" or "boendet" or "äldreboendet" or "avdelningen" or "jouren" or "hörnet" or "kassan" or "lagret" or "porten" or "disken" or "kontoret" or "natten" or "nattpasset" or "ekonomi" or "biblan" or "telefonen" or "kundtjänst" or "kontaktcenter" or "medborgarservice" or "trean" or "fyran" or "femman" or "klassen"
            || passage.Word(next + 1).EndsWith("gruppen") || passage.Word(next + 1).EndsWith("teamet") || passage.Word(next + 1).EndsWith("nämnden") || passage.Word(next + 1).EndsWith("eriet") || passage.Word(next + 1).EndsWith("kontoret") || passage.Word(next + 1).EndsWith("enheten") || passage.Word(next + 1).EndsWith("förvaltningen") || passage.Word(next + 1).EndsWith("centralen"));

    /// <summary>"Från: …", "Kopia: …", "Deltagare: …" first in a line.</summary>
    private static bool IsInHeader(Passage passage, int first)
    {
        var sign = passage.IsSign(first - 1, '"') ? first - 2 : first - 1;
        return passage.IsSign(sign, ':') && passage.IsWord(sign - 1) && Headers.Contains(passage.Word(sign - 1)) && (passage[sign - 1].StartsSentence || passage[sign - 1].StartsLine);
    }

    /// <summary>One to three words with capitals alone in the last line.</summary>
    private static bool IsLastLine(Passage passage, int first, int next) => first > 0 && next == passage.Count && passage[first].StartsLine && next - first <= 3;

    /// <summary>"… ring 070-123 45 67. Ricke": one or two words with capitals as the last sentence.</summary>
    private static bool IsLastSentence(Passage passage, int first, int next) =>
        first > 2 && next == passage.Count && next - first <= 2 && passage[first].StartsSentence && !passage[first].StartsLine && passage[first].Length > 2 && !passage[first].IsAllCaps && !passage[first].Is(Traits.Place)
       ;

    /// <summary>A line of two or three capital words, with a title or a number in the next: a signature in the middle of a mail.</summary>
    private static bool IsOwnLine(Passage passage, int first, int next)
    {
        if (next - first is < 2 or > 4 || (next < passage.Count && !passage[next].StartsLine)) return false;
        var isListed = IsListed(passage, first);
        if (!isListed && (!passage[first].StartsLine || next >= passage.Count)) return false;
        for (var i = first; i < next; i++)
            if (!passage.IsWord(i) || !HasCapital(passage, i) || passage[i].Is(Traits.Place) || (!passage[i].Is(Traits.AnyName) && !Particles.Contains(passage.Word(i)) && passage.IsOrdinary(i))) return false;
        return isListed ? HasAnyName(passage, first, next) : passage[first].Is(Traits.Given) || passage[next - 1].Is(Traits.Surname | Traits.SurnameEnding) || passage[next].Is(Traits.Role);
    }

    /// <summary>"2) …", "• …", "- …" first in a line.</summary>
    private static bool IsListed(Passage passage, int first)
    {
        var i = first;
        while (i > 0 && first - i < 4 && !passage[i].StartsLine && !passage.IsWord(i - 1)) i--;
        return i < first && passage[i].StartsLine;
    }

    private static bool HasAnyName(Passage passage, int first, int next)
    {
        for (var i = first; i < next; i++)
            if (passage[i].Is(Traits.AnyName)) return true;
        return false;
    }

    /// <summary>"Svenssons Åkeri", "Anderssons El": the genitive of a surname before a firm's own word.</summary>
    private static bool IsFirm(Passage passage, int first, int next) =>
        (passage[next - 1].Is(Traits.Genitive) && passage[next - 1].Is(Traits.Surname | Traits.SurnameEnding) && !passage[next - 1].Is(Traits.Given) && passage.IsNextTo(next) && passage.IsWord(next)
            && HasCapital(passage, next) && !passage[next].Is(Traits.AnyName) && passage[next].Length > 1 && CueBefore(passage, first) is null && (!UnknownWords.IsUnknown(passage, next) || IsStreetOrPlace(passage, next)))
        // "Åkes Frukt & Grönt", "Anna-Karins Café".
        || (next == first + 1 && passage[first].Is(Traits.Genitive) && passage[first].Is(Traits.Given) && HasCapital(passage, first) && passage.IsNextTo(next) && passage.IsWord(next) && HasCapital(passage, next) && !passage[next].StartsSentence
            && !passage[next].Is(Traits.AnyName | Traits.Kin | Traits.Role) && passage[next].Length > 2 && passage.IsOrdinary(next) && CueBefore(passage, first) is null)
        || (next - first > 1 && IsEstablishment(passage, next - 1));

    /// <summary>A known name, unless something says that it is somebody's here: a title, a greeting, the last line.</summary>
    private static bool IsFamous(Passage passage, int first, int next)
    {
        if (next - first != 2 || next == passage.Count || !passage[first].Is(Traits.Given) || CueBefore(passage, first) is not null) return false;
        var end = passage[next - 1].End;
        Span<char> name = stackalloc char[40];
        var text = passage.Lower.AsSpan(passage[first].Start, end - passage[first].Start);
        if (text.Length > name.Length) return false;
        text.Replace(name, ' ', '-');
        return Famous.Contains(name[..text.Length]);
    }

    /// <summary>"Nils Holgersson-dagen", "Arne Borg-hallen", "Astrid Lindgrens barnsjukhus": something that is named after somebody.</summary>
    private static bool IsNamedAfter(Passage passage, int first, int next)
    {
        var word = passage.Word(next - 1);
        var hyphen = word.LastIndexOf('-');
        if (hyphen > 2 && word.Length - hyphen > 4 && char.IsLower(passage.Text[passage[next - 1].Start + hyphen + 1]) && !passage.IsShouted)
            return passage[first].IsCapitalised && SwedishWords.Default.Knows(word[(hyphen + 1)..]) && (Lexicon.Default.Of(word[(hyphen + 1)..]) & (Traits.AnyName | Traits.Kin | Traits.Role)) == Traits.None && !word[(hyphen + 1)..].StartsWith("famil");
        return next - first > 1 && passage[next - 1].Is(Traits.Genitive) && passage.IsNextTo(next) && passage.IsWord(next) && !passage[next].IsCapitalised && CueBefore(passage, first) is null
            && (passage.Word(next).EndsWith("sjukhus") || passage.Word(next) is "minne" or "stiftelse" or "minnesfond" or "pris" or "museum" or "skola" or "gymnasium" or "sällskapet");
    }

    /// <summary>"Norrby, Västerhaga och delar av …": a surname that ends as places do, before another such word.</summary>
    private static bool IsInRowOfPlaces(Passage passage, int first) =>
        passage[first].Is(Traits.Surname) && !passage[first].Is(Traits.Given) && UnknownWords.LooksLikePlace(passage.Word(first)) && IsRowSign(passage, first + 1) && passage.IsWord(first + 2) && HasCapital(passage, first + 2)
        && !passage[first + 2].Is(Traits.AnyName) && (passage[first + 2].Is(Traits.Place) || UnknownWords.LooksLikePlace(passage.Word(first + 2))) && CueBefore(passage, first) is null;

    /// <summary>"J.K.", "E. L." and "P-O": the token after the initials, or the same token.</summary>
    private static int AfterInitials(Passage passage, Claims claims, int first)
    {
        if (!passage.IsWord(first) || passage.IsShouted || !claims.IsFree(passage[first].Start, passage[first].End)) return first;
        if (passage[first].Length == 3 && passage[first].IsAllCaps && passage.Text[passage[first].Start + 1] == '-') return HasNameAfter(passage, first + 1) ? first : first + 1;
        var next = first;
        while (next - first < 8 && passage.IsWord(next) && IsInitial(passage, next) && passage.IsSign(next + 1, '.') && passage.IsGlued(next + 1) && (next == first || passage.IsGlued(next) || passage.IsNextTo(next))) next += 2;
        if (next - first is < 4 or > 6 || HasNameAfter(passage, next)) return first;
        return Abbreviations.Contains(passage.Lower.AsSpan(passage[first].Start, 3)) ? first : next;
    }

    private static bool HasNameAfter(Passage passage, int next) => passage.IsNextTo(next) && passage.IsWord(next) && HasCapital(passage, next) && !passage[next].StartsSentence && !passage[next].Is(Traits.Ordinary);

    private static bool MayBeName(Passage passage, Claims claims, int i)
    {
        if (!passage.IsWord(i) || !claims.IsFree(passage[i].Start, passage[i].End)) return false;
        var token = passage[i];
        if (token.Length == 1) return IsInitial(passage, i) && (IsTitledInitial(passage, i) || IsInitialsGenitive(passage, i) || passage.IsSign(i + 1, '.') || (passage.IsNextTo(i + 1) && passage.IsWord(i + 1) && (IsSurname(passage, i + 1) || HasCapital(passage, i + 1))));
        if (token.Is(Traits.Given | Traits.Surname)) return HasCapital(passage, i) || !token.Is(Traits.Ordinary) || (token.Is(Traits.Given) && IsBeforeSureSurname(passage, i));
        if (IsHyphenedInitials(passage, i)) return HasNameAfter(passage, i + 1);
        if (token.Is(Traits.Ordinary | Traits.Role | Traits.Kin | Traits.Cue | Traits.Speech)) return IsTitledWord(passage, i) || IsNamedBeforeSurname(passage, i);
        if (HasCapital(passage, i)) return !IsAbbreviation(passage, i);
        return token.Length > 2 && (token.Is(Traits.SurnameEnding) || passage.IsShouted || IsNamed(passage, i) || IsTitledInLower(passage, i));
    }

    /// <summary>"Pojken N", "eleven K": a lone letter straight after a title or kin word.</summary>
    private static bool IsTitledInitial(Passage passage, int i) =>
        !passage.IsShouted && passage.IsNextTo(i) && passage.IsWord(i - 1) && passage[i - 1].Is(Traits.Role | Traits.Kin) && passage[i - 1].Length > 3 && passage.Word(i) is not ("i" or "å" or "ö")
        && !(passage.IsNumber(i + 1) && passage.IsGlued(i + 1)) && !passage.IsSign(i + 1, '-') && !passage.IsSign(i + 1, ')');

    /// <summary>"W:s mamma".</summary>
    private static bool IsInitialsGenitive(Passage passage, int i) =>
        passage.IsSign(i + 1, ':') && passage.IsGlued(i + 1) && passage.IsGlued(i + 2) && passage.IsWord(i + 2) && passage.Word(i + 2) is "s" && passage.IsWord(i + 3) && (passage[i + 3].Is(Traits.Kin) || passage.Word(i + 3) is "klass" or "lägenhet" or "rum" or "assistent" or "resurs" or "skola");

    private static bool IsHyphenedInitials(Passage passage, int i) => passage[i].Length == 3 && passage[i].IsAllCaps && passage.Text[passage[i].Start + 1] == '-';

    /// <summary>"min svärfar miodrag", "läraren ognjen": no Swedish word straight after a title or somebody's kin.</summary>
    private static bool IsTitledInLower(Passage passage, int i)
    {
        if (!passage.IsNextTo(i) || !passage.IsWord(i - 1) || passage[i].IsCapitalised) return false;
        var before = passage[i - 1];
        var isKin = before.Is(Traits.Kin) && passage.IsNextTo(i - 1) && passage.IsWord(i - 2) && Possessives.Contains(passage.Word(i - 2));
        return (isKin || before.Is(Traits.Role) && !before.Is(Traits.Genitive) && before.Length > 4 && passage.Word(i - 1)[^1] != 's' || passage.Word(i - 1) is "fru" or "herr" or "tant" or "farbror" or "fröken") && UnknownWords.IsUnknownInLower(passage, i);
    }

    /// <summary>"Chefen Kall": an ordinary word with a capital straight after a title in the middle of a sentence.</summary>
    private static bool IsTitledWord(Passage passage, int i) =>
        passage[i].Is(Traits.Common) && !passage[i].Is(Traits.NotName | Traits.Role | Traits.Kin) && passage[i].Length > 2 && HasCapital(passage, i) && !passage[i].StartsSentence
        && passage.IsNextTo(i) && passage.IsWord(i - 1) && passage[i - 1].Is(Traits.Role) && passage[i - 1].Length > 3;

    /// <summary>"jag heter Valborg Sjödin": a day or word that somebody is called.</summary>
    private static bool IsNamedBeforeSurname(Passage passage, int i) =>
        HasCapital(passage, i) && passage.IsNextTo(i) && passage.IsWord(i - 1) && passage.Word(i - 1) is "heter" or "hette" && passage.IsNextTo(i + 1) && IsSurname(passage, i + 1);

    /// <summary>"hans persson": the ordinary word is a name when a surname that is nothing else follows.</summary>
    private static bool IsBeforeSureSurname(Passage passage, int i) =>
        passage.IsNextTo(i + 1) && passage[i + 1].Is(Traits.Surname) && !passage[i + 1].Is(Traits.Given | Traits.Ambiguous | Traits.Ordinary | Traits.Place);

    private static int AfterName(Passage passage, Claims claims, int first)
    {
        var next = first + 1;
        if ((passage[first].Length == 1 || (passage[first].Length <= 3 && passage.IsGlued(next) && passage.IsNextTo(next + 1) && IsSurname(passage, next + 1))) && passage.IsSign(next, '.')) next++;
        if (IsTurnedRound(passage, first, next)) return next + 2;
        while (next < passage.Count && next - first < LongestName)
        {
            var after = AfterPart(passage, claims, next);
            if (after == next && !passage[first].IsCapitalised && passage.IsNextTo(first) && passage.IsNextTo(next) && passage.IsWord(first - 1) && passage.IsWord(next) && (passage.Word(first - 1) is "heter" or "hette" || IsTold(passage, first))
                && !passage[next].Is(Traits.Ordinary | Traits.Kin | Traits.Role | Traits.Cue | Traits.Speech) && claims.IsFree(passage[next].Start, passage[next].End) && passage[next].Length > 2
                && (passage[next].Is(Traits.AnyName) || UnknownWords.IsUnknownInLower(passage, next) || passage[next].Traits == Traits.None && !passage.IsOrdinary(next))) after = next + 1;
            if (after == next) break;
            next = after;
        }

        return next;
    }

    /// <summary>"Ahlberg, Siv": a surname before the given name, and no list of names.</summary>
    private static bool IsTurnedRound(Passage passage, int first, int comma) =>
        comma == first + 1 && IsPair(passage, first) || comma == first + 1 && IsPairAfterCue(passage, first) ||
        comma == first + 1 && passage.IsSign(comma, ',') && HasCapital(passage, first) && passage[first].Is(Traits.Surname | Traits.SurnameEnding) && !passage[first].Is(Traits.Given | Traits.Genitive)
        && passage.IsNextTo(comma + 1) && passage.IsWord(comma + 1) && HasCapital(passage, comma + 1) && passage[comma + 1].Is(Traits.Given) && !passage[comma + 1].Is(Traits.Surname | Traits.Genitive)
        && !passage.IsSign(comma + 2, ',') && !(passage.IsWord(comma + 2) && passage[comma + 2].Is(Traits.AnyName) && HasCapital(passage, comma + 2)) && !(IsRowSign(passage, comma + 2) && !passage.IsSign(comma + 2, ';'));

    /// <summary>Takes one more part of the name: a word, an initial, or a particle with its word.</summary>
    private static int AfterPart(Passage passage, Claims claims, int next)
    {
        if (!passage.IsNextTo(next) && !(passage.IsGlued(next) && passage.IsWord(next))) return next;
        if (IsNickname(passage, claims, next)) return next + 4;
        if (!passage.IsWord(next) || passage[next].StartsSentence || passage[next - 1].Is(Traits.Genitive) && !passage[next].Is(Traits.AnyName)) return next;
        if (IsInitial(passage, next) && !IsListing(passage, next)) return IsStopOfInitial(passage, next + 1) ? next + 2 : next + 1;
        if (passage.Word(next) is "v" && passage.IsSign(next + 1, '.') && passage.IsNextTo(next + 2) && passage.IsWord(next + 2) && IsNamePart(passage, claims, next + 2)) return next + 3;
        if (Particles.Contains(passage.Word(next)) && passage.IsNextTo(next + 1) && passage.IsWord(next + 1) && IsNamePart(passage, claims, next + 1)) return next + 2;
        if (IsInitialInLower(passage, next) || IsInitialAtEnd(passage, next)) return next + 1;
        // "HÄLSAR HUSTRUN LILLI ASK".
        if (passage.IsShouted && passage[next - 1].Is(Traits.Given) && !passage[next - 1].Is(Traits.Ordinary) && passage[next].Is(Traits.Surname) && claims.IsFree(passage[next].Start, passage[next].End) && (next + 1 == passage.Count || passage[next + 1].StartsLine || passage.IsSign(next + 1, '.') || passage.IsSign(next + 1, ','))) return next + 1;
        // "PETRA SJÖÖ".
        if (passage.IsShouted && passage[next - 1].Is(Traits.Given) && !passage[next - 1].Is(Traits.Ambiguous) && passage[next].Traits == Traits.None && passage[next].Length > 2 && claims.IsFree(passage[next].Start, passage[next].End) && !passage.IsOrdinary(next) && !passage.IsNearly(next)) return next + 1;
        return IsNamePart(passage, claims, next) || IsWordAfterGiven(passage, claims, next) || IsUnknownAfterGiven(passage, claims, next) ? next + 1 : next;
    }

    /// <summary>'Leif "Loffe" Berg': what somebody is called, between their names.</summary>
    private static bool IsNickname(Passage passage, Claims claims, int sign) =>
        (passage.IsSign(sign, '"') || passage.IsSign(sign, '”') || passage.IsSign(sign, '“') || passage.IsSign(sign, '\'') || passage.IsSign(sign, '’') || passage.IsSign(sign, '(') && passage.IsWord(sign + 1) && passage[sign + 1].Is(Traits.Given))
        && passage.IsWord(sign - 1) && passage[sign - 1].Is(Traits.AnyName) && passage.IsWord(sign + 1) && passage.IsGlued(sign + 1) && passage[sign + 1].IsCapitalised
        && passage.Count > sign + 3 && passage[sign + 2].Kind == TokenKind.Sign && passage.IsGlued(sign + 2) && passage.IsNextTo(sign + 3) && passage.IsWord(sign + 3) && HasCapital(passage, sign + 3) && !passage[sign + 3].StartsSentence
        && !passage[sign + 3].Is(Traits.NotName | Traits.Role | Traits.Kin | Traits.Cue) && claims.IsFree(passage[sign - 1].End, passage[sign + 3].End);

    /// <summary>"lena p eller anders b": a consonant that is no word of its own.</summary>
    private static bool IsInitialInLower(Passage passage, int i) =>
        passage[i].Length == 1 && !passage[i].IsCapitalised && !passage.IsShouted && passage[i - 1].Is(Traits.Given) && !passage[i - 1].IsCapitalised && !passage[i - 1].Is(Traits.Genitive)
        && passage.Word(i)[0] is 'b' or 'c' or 'f' or 'g' or 'h' or 'j' or 'k' or 'l' or 'n' or 'p' or 'r' or 's' or 't' or 'w'
        && !passage.IsSign(i + 1, '.') && !passage.IsSign(i + 1, ':') && !(passage.IsNumber(i + 1))
        // "kerstin o har ringt".
        || passage[i].Length == 1 && !passage[i].IsCapitalised && !passage.IsShouted && passage[i - 1].Is(Traits.Given) && !passage[i - 1].IsCapitalised && !passage[i - 1].Is(Traits.Genitive | Traits.Ordinary) && passage.Word(i) is "o" or "a" or "e" or "m" or "d" && passage.IsNextTo(i + 1) && passage.IsWord(i + 1) && passage.Word(i + 1) is "har" or "hade" or "ringde" or "ringer" or "sa" or "säger" or "är" or "var" or "vill" or "kom" or "ska" or "skrev";

    /// <summary>"Niklas p" as the last words.</summary>
    private static bool IsInitialAtEnd(Passage passage, int i) =>
        i + 1 == passage.Count && passage[i].Length == 1 && !passage[i].IsCapitalised && passage[i - 1].Is(Traits.Given) && !passage[i - 1].Is(Traits.Genitive) && passage.Word(i)[0] is not ('i' or 'å' or 'o');

    /// <summary>"gunvor hellsing", "pham thi hoa": no Swedish word straight after a given name in lower case.</summary>
    private static bool IsUnknownAfterGiven(Passage passage, Claims claims, int i) =>
        !passage[i].IsCapitalised && !passage[i - 1].IsCapitalised && passage[i - 1].Is(Traits.AnyName) && !passage[i - 1].Is(Traits.Ambiguous | Traits.Ordinary | Traits.Place | Traits.Genitive)
        && claims.IsFree(passage[i].Start, passage[i].End) && UnknownWords.IsUnknownInLower(passage, i);

    /// <summary>"Kjell Ros": an ordinary word with a capital after a given name is a surname.</summary>
    private static bool IsWordAfterGiven(Passage passage, Claims claims, int i) =>
        HasCapital(passage, i) && !passage[i].IsAllCaps && passage[i].Length > 2 && passage[i].Is(Traits.Common) && !passage[i].Is(Traits.NotName | Traits.Role | Traits.Kin | Traits.Cue)
        && passage[i - 1].Is(Traits.Given) && !passage[i - 1].Is(Traits.Ordinary | Traits.Genitive) && claims.IsFree(passage[i].Start, passage[i].End)
        && !(passage.IsNextTo(i + 1) && passage.IsWord(i + 1) && HasCapital(passage, i + 1));

    /// <summary>The full stop goes with the initial when the sentence goes on: "A. Ek", "Karl W. kom".</summary>
    private static bool IsStopOfInitial(Passage passage, int stop) =>
        passage.IsSign(stop, '.') && passage.IsGlued(stop) && (stop + 1 == passage.Count || passage[stop + 1].StartsLine || passage[stop + 1].Kind == TokenKind.Sign && passage.IsGlued(stop + 1))
        || passage.IsSign(stop, '.') && (passage.IsGlued(stop - 1) || passage.IsNextTo(stop + 1)) && (passage.IsGlued(stop - 1) || passage.IsSign(stop + 1, ',') || passage.IsSign(stop + 1, '-') || passage.IsSign(stop + 1, '–') || (passage.IsWord(stop + 1) && (!passage[stop + 1].IsCapitalised || !passage[stop + 1].Is(Traits.Ordinary))));

    private static bool IsNamePart(Passage passage, Claims claims, int i)
    {
        var token = passage[i];
        if (!claims.IsFree(token.Start, token.End) || token.Length < 2) return false;
        if (HasCapital(passage, i)) return !token.Is(Traits.Ordinary | Traits.Role | Traits.Kin | Traits.Cue) || token.Is(Traits.AnyName) && !token.Is(Traits.NotName);
        return token.Is(Traits.AnyName) && !token.Is(Traits.Ordinary | Traits.Ambiguous | Traits.Kin | Traits.Role | Traits.Place)
            || (passage.IsShouted && token.Is(Traits.AnyName) && !token.Is(Traits.Ordinary));
    }

    private static string? WhyPerson(Passage passage, int first, int next)
    {
        var token = passage[first];
        if (IsTurnedRound(passage, first, first + 1)) return "efternamn och förnamn";
        if (token.Length == 1 && next == first + 3 && passage.IsSign(first + 1, '.') && HasCapital(passage, first + 2) && !passage[first + 2].IsAllCaps && passage[first + 2].Length > 3 && (token.StartsLine && (passage.IsSign(next, ',') || next == passage.Count || passage[next].StartsLine) || passage[first + 2].Traits == Traits.None && !passage.IsOrdinary(first + 2))) return "initial och okänt efternamn";
        if (token.Length == 1 && passage.IsSign(first + 1, '.') && next > first + 3 && HasCapital(passage, next - 1)) return "initial och efternamn";
        if (token.Length == 1 && next == first + 3 && passage.IsSign(first + 1, '.') && token.StartsSentence && HasCapital(passage, first + 2) && passage[first + 2].Length > 3 && !passage[first + 2].Is(Traits.Ordinary | Traits.Role | Traits.Kin | Traits.Place) && !passage[first + 2].IsAllCaps && !SwedishWords.Default.HasExactly(passage.Word(first + 2)) && !LooksDefinite(passage.Word(first + 2))) return "initial och okänt efternamn";
        if (token.Length == 1) return IsSurname(passage, next - 1) || CueBefore(passage, first) is not null ? "initial och efternamn" : IsTitledInitial(passage, first) || IsInitialsGenitive(passage, first) ? "initial" : null;
        if (CueBefore(passage, first) is { } cue && FitsCue(passage, first, next)) return cue;
        if (IsHyphenedInitials(passage, first) && next > first + 1) return "initialer och efternamn";
        if (WordsIn(passage, first, next) > 1 && WhyFullName(passage, first, next) is { } full) return full;
        return WhySingle(passage, first);
    }

    /// <summary>After a cue even an unknown word is a name, when it is written as one.</summary>
    private static bool FitsCue(Passage passage, int first, int next)
    {
        var token = passage[first];
        if (token.Is(Traits.Place) && !token.Is(Traits.AnyName)) return false;
        if (IsEstablishment(passage, first)) return false;
        if (token.Is(Traits.Given | Traits.Surname)) return !token.Is(Traits.Ordinary) || HasCapital(passage, first) || (passage.IsShouted && next > first + 1);
        return HasCapital(passage, first) || token.Is(Traits.SurnameEnding) || IsNamed(passage, first) || IsTitledInLower(passage, first);
    }

    private static string? WhyFullName(Passage passage, int first, int next)
    {
        var token = passage[first];
        var last = passage[next - 1];
        if (IsEstablishment(passage, next - 1)) return null;
        var isName = token.StartsSentence && !token.Is(Traits.AnyName | Traits.Ordinary | Traits.Place | Traits.Role | Traits.Kin) && !LooksDefinite(passage.Word(first)) && HasCapital(passage, first)
            && last.Is(Traits.Surname | Traits.SurnameEnding) && !last.Is(Traits.Ambiguous | Traits.Place | Traits.Genitive);
        if (isName) return "okänt förnamn och efternamn";
        var hasGiven = token.Is(Traits.Given) && (HasCapital(passage, first) || !token.Is(Traits.Ambiguous | Traits.Ordinary) || (last.Is(Traits.AnyName) && !last.Is(Traits.Ambiguous)));
        if (hasGiven && (!token.Is(Traits.Place) || last.Is(Traits.AnyName))) return "förnamn och efternamn";
        if (token.StartsSentence && UnknownWords.IsUnknown(passage, first) && UnknownWords.IsUnknown(passage, next - 1) && !passage.IsNearly(first)) return "två okända ord med stor bokstav";
        if (UnknownWords.IsThing(passage.Word(first)) || passage.Word(first).EndsWith("byrån")) return null;
        var isUnknownFirst = !token.Is(Traits.AnyName | Traits.Ordinary | Traits.Place) && !token.StartsSentence && HasCapital(passage, first);
        return isUnknownFirst && IsSurname(passage, next - 1) && !last.Is(Traits.Place) ? "okänt förnamn och efternamn" : null;
    }

    /// <summary>Has it the ending of a noun or verb that begins a sentence? "Personalen Andersson" is two things.</summary>
    private static bool LooksDefinite(ReadOnlySpan<char> word) =>
        word.EndsWith("en") || word.EndsWith("et") || word.EndsWith("an") || word.EndsWith("na") || word.EndsWith("ar") || word.EndsWith("er") || word.EndsWith("or") || word.EndsWith("ade") || word.EndsWith("t") || word.EndsWith("de");

    private static string? WhySingle(Passage passage, int first)
    {
        var token = passage[first];
        if (IsEstablishment(passage, first) || (token.Is(Traits.Genitive) && IsStreetOrPlace(passage, first + 1))) return null;
        // "Max' resurs".
        if (token.Is(Traits.Given) && passage.IsSign(first + 1, '\'') && passage.IsGlued(first + 1) && passage.Word(first)[^1] is 's' or 'x' or 'z' && passage.IsNextTo(first + 2) && !passage[first + 2].IsCapitalised) return "förnamn";
        if (!token.Is(Traits.AnyName) || token.Is(Traits.NotName)) return null;
        if (passage.IsWord(first - 1) && passage.IsNextTo(first) && passage.Word(first - 1) is "lex" or "restaurang" or "restaurangen" or "hunden" or "katten" or "hästen" or "båten" or "pizzeria" or "villa") return null;
        if (passage.IsNumber(first - 1) && passage.IsNumber(first + 1) && passage[first].Length < 5) return null;
        // "Mina Sidor": the first word of something's name. "Förskolan Myran": the last.
        if (token.Is(Traits.Ambiguous) && passage.IsNextTo(first + 1) && HasCapital(passage, first + 1) && !passage[first + 1].Is(Traits.AnyName) && passage.IsOrdinary(first + 1)) return null;
        if (token.Is(Traits.Ambiguous) && passage.IsNextTo(first) && passage.IsWord(first - 1) && UnknownWords.IsThing(passage.Word(first - 1))) return null;
        if (!token.Is(Traits.Given) && HasCapital(passage, first) && passage.IsNextTo(first) && passage.IsWord(first - 1) && (passage.Word(first - 1).EndsWith("firman") || passage.Word(first - 1).EndsWith("byrån") || passage.Word(first - 1).EndsWith("företaget"))) return null;
        if (!token.IsCapitalised && !passage.IsShouted && token.Is(Traits.Given) && !token.Is(Traits.Surname) && token.Length > 5 && passage.Word(first)[^1] is 'n' && SwedishWords.Default.HasExactly(passage.Word(first))) return null;
        if (IsOwner(passage, first)) return $"förnamn före '{passage.Word(first + 1)}'";
        var isPlain = !token.Is(Traits.Ambiguous | Traits.Ordinary | Traits.Place | Traits.Role | Traits.Kin) && token.Length > 2;
        if (token.Is(Traits.Near) && (token.StartsSentence || AfterPlacePreposition(passage, first))) return null;
        if (token.Is(Traits.Given)) return isPlain && (HasCapital(passage, first) || token.Length > 3) ? "förnamn" : MidSentence(passage, first) ? "förnamn med stor bokstav" : null;
        if (!isPlain) return null;
        if (token.Is(Traits.Surname)) return HasCapital(passage, first) && (!AfterPlacePreposition(passage, first) || IsAfterTo(passage, first)) || IsPatronymic(passage, first) ? "efternamn" : null;
        return MidSentence(passage, first) || IsPatronymic(passage, first) ? "har ändelsen hos ett efternamn" : null;
    }

    /// <summary>"sonen till Öbergs", "från Lindqvist": a surname that is nothing else, and ends as no place does.</summary>
    private static bool IsAfterTo(Passage passage, int first) =>
        passage.Word(first - 1) is "till" or "från" or "mot" or "mellan" or "över" && !UnknownWords.LooksLikePlace(passage.Word(first)) && !IsStreetOrPlace(passage, first + 1) && !(passage.Word(first - 1) is "från" && passage[first].Is(Traits.SurnameEnding));

    /// <summary>"till Edits lägenhet", "Edits dotter": a given name in the genitive before what is hers.</summary>
    private static bool IsOwner(Passage passage, int first)
    {
        var token = passage[first];
        if (!token.Is(Traits.AnyName) || !token.Is(Traits.Genitive) || token.Is(Traits.NotName | Traits.Place) || !HasCapital(passage, first) || !passage.IsNextTo(first + 1) || !passage.IsWord(first + 1) || passage[first + 1].IsCapitalised) return false;
        return passage[first + 1].Is(Traits.Kin) || passage.Word(first + 1) is "hund" or "katt" or "hundar" or "katter" or "bil" or "staket" or "häck" or "tomt" or "altan" or "lägenhet" or "rum" && !EndsAsPlace(Stem(passage, first)) || (token.Is(Traits.Given) || !EndsAsPlace(Stem(passage, first))) && !token.StartsSentence && !IsStreetOrPlace(passage, first + 1) && passage[first + 1].Length > 2 && (passage[first + 1].Length > 4 || !passage[first + 1].Is(Traits.Common)) && passage.IsOrdinary(first + 1);
    }

    private static bool EndsAsPlace(ReadOnlySpan<char> word) => UnknownWords.LooksLikePlace(word) || word.EndsWith("lund") || word.EndsWith("berg") || word.EndsWith("bo");

    /// <summary>A word that is also a name, with a capital in the middle of a sentence and no place in sight.</summary>
    private static bool MidSentence(Passage passage, int first) =>
        HasCapital(passage, first) && !passage[first].StartsSentence && !passage[first].Is(Traits.Place | Traits.NotName) && passage[first].Length > 1
        && !AfterPlacePreposition(passage, first) && !IsStreetOrPlace(passage, first + 1);

    private static bool AfterPlacePreposition(Passage passage, int first) => passage.IsWord(first - 1) && PlacePrepositions.Contains(passage.Word(first - 1));

    private static bool IsPatronymic(Passage passage, int i) => Stem(passage, i) is var stem && stem.Length > 6 && stem.EndsWith("sson") && !passage[i].Is(Traits.Ambiguous);

    /// <summary>Tells which cue stands before: a title, a kin word, "heter", a greeting, somebody speaking.</summary>
    private static string? CueBefore(Passage passage, int first)
    {
        if (IsSignature(passage, first)) return "underskrift";
        if (IsAfterCareOf(passage, first)) return "står efter 'c/o'";
        if (IsCalledSomething(passage, first)) return "står efter 'kallar'";
        var cue = first - 1;
        var hasSign = false;
        while (cue >= 0 && first - cue < 4 && !passage.IsWord(cue) && IsLightSign(passage, cue))
        {
            hasSign = true;
            cue--;
        }

        if (!hasSign && passage.IsNextTo(first) && passage.IsWord(first - 1) && IsTold(passage, first) && !passage[first].Is(Traits.Ordinary | Traits.Role | Traits.Kin) && (HasCapital(passage, first) || passage[first].Is(Traits.AnyName) || UnknownWords.IsUnknownInLower(passage, first)))
            return $"står efter '{passage.Word(first - 1)}'";
        if (!passage.IsWord(cue) || (passage[first].StartsSentence && !hasSign && !passage[cue].Is(Traits.Cue))) return null;
        var isCapital = HasCapital(passage, first);
        if (IsCalledThing(passage, cue, first)) return null;
        if (passage[cue].Is(Traits.Cue) && (isCapital || passage[first].Is(Traits.AnyName) || IsNamed(passage, first))) return $"står efter '{passage.Word(cue)}'";
        var isBeside = !hasSign || passage.IsSign(cue + 1, ':') || passage.IsSign(cue + 1, ',') && passage.IsWord(cue - 1) && Possessives.Contains(passage.Word(cue - 1)) || (passage.IsSign(cue + 1, '.') && passage[cue].Length <= 3);
        if (!isBeside || (passage[first].StartsSentence && !passage.IsSign(cue + 1, ':') && passage[cue].Length > 3)) return null;
        if (passage[cue].Is(Traits.Role)) return IsRoleCue(passage, cue, first) || IsTitledInLower(passage, first) ? $"står efter titeln '{passage.Word(cue)}'" : null;
        if (passage[cue].Is(Traits.Kin)) return isCapital || passage[first].Is(Traits.AnyName) || IsTitledInLower(passage, first) ? $"står efter '{passage.Word(cue)}'" : null;
        return null;
    }

    /// <summary>"c/o Haile".</summary>
    private static bool IsAfterCareOf(Passage passage, int first) =>
        first > 2 && HasCapital(passage, first) && passage.IsWord(first - 1) && passage.Word(first - 1) is "o" && passage.IsSign(first - 2, '/') && passage.IsWord(first - 3) && passage.Word(first - 3) is "c" && !passage[first].Is(Traits.NotName | Traits.Role);

    /// <summary>"kallar honom Husse", "heter nog Krille".</summary>
    private static bool IsCalledSomething(Passage passage, int first)
    {
        if (first < 2 || !HasCapital(passage, first) || passage[first].Is(Traits.NotName | Traits.Role) || !passage.IsNextTo(first) || !passage.IsWord(first - 1) || !passage.IsNextTo(first - 1) || !passage.IsWord(first - 2)) return false;
        var before = passage.Word(first - 2);
        return passage.Word(first - 1) is "honom" or "henne" or "hen" or "mig" or "sig" or "dom" && before.StartsWith("kalla")
            || Hedging.Contains(passage.Word(first - 1)) && before is "heter" or "hette" or "kallas" && !IsCalledThing(passage, first - 2, first);
    }

    /// <summary>"Glassen hette Magnum": what no list of names has is no name when a thing is called so.</summary>
    private static bool IsCalledThing(Passage passage, int cue, int first)
    {
        if (passage[first].Is(Traits.AnyName) || passage.Word(cue) is not ("heter" or "hette") || !passage.IsNextTo(cue) || !passage.IsWord(cue - 1)) return false;
        var subject = passage.Word(cue - 1);
        return subject.Length > 4 && (subject.EndsWith("en") || subject.EndsWith("et") || subject.EndsWith("an")) && passage[cue - 1].Traits == Traits.None && passage.IsOrdinary(cue - 1)
            && !PersonNouns.Contains(subject) && !subject.EndsWith("mannen") && !subject.EndsWith("kvinnan") && !subject.EndsWith("aren") && !subject.EndsWith("tjejen") && !subject.EndsWith("killen") && !subject.EndsWith("gubben") && !subject.EndsWith("tanten") && !subject.EndsWith("personen");
    }

    /// <summary>"… Svara snarast! //Anki", last in the text or line.</summary>
    private static bool IsSignature(Passage passage, int first) =>
        passage.IsSign(first - 1, '/') && (HasCapital(passage, first) || passage[first].Is(Traits.Given) && first + 1 == passage.Count) && (first < 2 || !passage.IsGlued(first - 1) || passage.IsSign(first - 2, '/'))
        && (first + 1 == passage.Count || passage[first + 1].StartsLine);

    private static bool IsRoleCue(Passage passage, int cue, int first) =>
        HasCapital(passage, first) || (passage[first].Is(Traits.Given | Traits.Surname) && !passage[first].Is(Traits.Ordinary) && passage[cue].Length > 1);

    private static bool IsLightSign(Passage passage, int i) => passage.Text[passage[i].Start] is ':' or '.' or ',' or '"' or '/' or '-' or '!' or '”' or '(' or '=';

    /// <summary>"jag heter zdravka": named outright, so even an unknown lower-case word is taken.</summary>
    private static bool IsNamed(Passage passage, int i) =>
        passage[i].Length > 2 && !passage[i].Is(Traits.Ordinary | Traits.Speech | Traits.Kin | Traits.Role | Traits.Place) && passage.IsNextTo(i) && passage.IsWord(i - 1)
        && (passage.Word(i - 1) is "heter" or "hette" && (passage.IsShouted || (passage.IsWord(i - 2) && Persons.Contains(passage.Word(i - 2)))) || IsTold(passage, i) && UnknownWords.IsUnknownInLower(passage, i));

    /// <summary>"mitt namn är …", "en kille som kallas …", "vid namn …".</summary>
    private static bool IsTold(Passage passage, int i) =>
        passage.Word(i - 1) is "är" && passage.IsWord(i - 2) && passage.Word(i - 2) is "namn" || passage.Word(i - 1) is "kallas" or "kallad" or "vid" && passage.IsWord(i - 2) && passage.Word(i - 2) is "som" or "vid"
        || passage.Word(i - 1) is "namn" && passage.IsWord(i - 2) && passage.Word(i - 2) is "vid";

    /// <summary>"Björkgården", "Alléskolan": something with a house number in the phone book.</summary>
    private static bool IsEstablishment(Passage passage, int i)
    {
        if (passage[i].Is(Traits.Given | Traits.Surname)) return false;
        var word = passage.Word(i);
        return word.EndsWith("skolan") || word.EndsWith("skola") || word.EndsWith("gården") || word.EndsWith("gård") || word.EndsWith("hemmet") || word.EndsWith("huset") || word.EndsWith("vägen")
            || word.EndsWith("gatan") || word.EndsWith("kyrkan") || word.EndsWith("torget") || word.EndsWith("parken") || word.EndsWith("badet") || word.EndsWith("hallen") || word.EndsWith("centrum")
            || word.EndsWith("stjärnan") || word.EndsWith("dalen") || word.EndsWith("backen") || word.EndsWith("nämnden") || word.EndsWith("kontoret") || word.EndsWith("förvaltningen") || word.EndsWith("avdelningen")
            || word.EndsWith("gymnasiet") || word.EndsWith("gymnasium") || word.EndsWith("biblioteket") || word.EndsWith("museet") || word.EndsWith("stiftelsen") || word.EndsWith("fonden") || word.EndsWith("loppet") || word.EndsWith("kommun") || word.EndsWith("bolaget") || word.EndsWith("föreningen") || word.EndsWith("byrån") || word.EndsWith("centralen") || word.EndsWith("tjänsten") || word.EndsWith("boendet");
    }

    private static bool IsStreetOrPlace(Passage passage, int next) =>
        passage.IsNextTo(next) && passage.IsWord(next) && passage.Word(next) is "gata" or "väg" or "torg" or "plan" or "gränd" or "park" or "kommun" or "skola" or "kyrka" or "förskola" or "backe" or "centrum" or "station" or "allé" or "bygg" or "ab" or "församling" or "åkeri" or "måleri" or "vvs" or "rör" or "entreprenad" or "hb" or "kb" or "begravningsbyrå" or "advokatbyrå" or "fastigheter" or "förskola" or "gymnasium" or "hamn" or "gård";

    private static bool IsSurname(Passage passage, int i) => passage.IsWord(i) && passage[i].Is(Traits.Surname | Traits.SurnameEnding) && (HasCapital(passage, i) || !passage[i].Is(Traits.Ambiguous | Traits.Ordinary));

    private static bool IsInitial(Passage passage, int i) => passage[i].Length == 1 && passage[i].IsCapitalised;

    /// <summary>"Anna I" and "trappuppgång A": a lone letter that is a word, or a list's own.</summary>
    private static bool IsListing(Passage passage, int i) => (passage.IsShouted && passage.Word(i) is "i" or "å" or "ö") || passage.IsNumber(i + 1) && passage.IsGlued(i + 1);

    private static bool IsAbbreviation(Passage passage, int i) => passage[i].IsAllCaps && !passage.IsShouted && passage[i].Length < 6;

    private static bool HasCapital(Passage passage, int i) => passage[i].IsCapitalised && !passage.IsShouted;

    private static ReadOnlySpan<char> Stem(Passage passage, int i)
    {
        var word = passage.Word(i);
        return passage[i].Is(Traits.Genitive) ? word[..^1].TrimEnd("'’:") : word;
    }

    private static int WordsIn(Passage passage, int first, int next)
    {
        var words = 0;
        for (var i = first; i < next; i++)
            if (passage.IsWord(i)) words++;
        return words;
    }

    /// <summary>"Anitas" and "Anita:s": the ending goes with the name.</summary>
    private static int EndOf(Passage passage, int next)
    {
        var end = passage[next - 1].End;
        if (passage.IsSign(next, '\'') && passage.IsGlued(next) && passage.IsWord(next - 1) && passage.Word(next - 1)[^1] is 's' or 'x' or 'z') return passage[next].End;
        return passage.IsSign(next, ':') && passage.IsGlued(next) && passage.IsGlued(next + 1) && passage.Word(next + 1) is "s" ? passage[next + 1].End : end;
    }

    /// <summary>A whole name that the case holds, also when a part of it is an ordinary word: "Dag Rosenqvist", "Stig Hallen".</summary>
    private static void FindWhole(Passage passage, Claims claims, string name)
    {
        var parts = name.ToLowerInvariant().Split([' ', ',', '.'], StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length < 2) return;
        for (var first = 0; first + parts.Length <= passage.Count; first++)
        {
            if (!StandsAt(passage, first, parts)) continue;
            claims.Add(passage[first].Start, EndOf(passage, first + parts.Length), PersonalDataType.Person, "namn som ärendet redan har");
        }
    }

    private static bool StandsAt(Passage passage, int first, string[] parts)
    {
        for (var i = 0; i < parts.Length; i++)
        {
            if (!passage.IsWord(first + i)) return false;
            var word = passage.Word(first + i);
            var isLast = i == parts.Length - 1;
            if (!word.SequenceEqual(parts[i]) && !(isLast && word.Length == parts[i].Length + 1 && word[^1] == 's' && word.StartsWith(parts[i], StringComparison.Ordinal))) return false;
        }

        return true;
    }

    private static void FindAgain(Passage passage, Claims claims, HashSet<string>.AlternateLookup<ReadOnlySpan<char>> known, bool areTold)
    {
        for (var i = 0; i < passage.Count; i++)
        {
            if (!passage.IsWord(i) || !IsKnown(passage, i, known) || IsStreetOrPlace(passage, i + 1)) continue;
            if (!areTold && passage[i].Is(Traits.Ambiguous | Traits.Place) && !HasCapital(passage, i) && !passage.IsShouted) continue;
            // "fröken Frost" and "i frost och kyla".
            if (!areTold && !passage[i].IsCapitalised && !passage.IsShouted && !passage[i].Is(Traits.Given) && SwedishWords.Default.HasExactly(passage.Word(i))) continue;
            claims.Add(passage[i].Start, EndOf(passage, i + 1), PersonalDataType.Person, areTold ? "namn som ärendet redan har" : "samma namn som på annat ställe");
        }
    }

    private static bool IsKnown(Passage passage, int i, HashSet<string>.AlternateLookup<ReadOnlySpan<char>> known)
    {
        var word = passage.Word(i);
        return known.Contains(word) || (word.Length > 3 && word[^1] == 's' && known.Contains(word[..^1].TrimEnd("'’:")));
    }
}
