using Gava.Operations.Cases;

namespace Gava.Operations.Correspondence;

/// <summary>
/// What is mailed to the person, in the languages of the public form beside Swedish. It says the same as the Swedish in <see cref="MailTexts"/>.
/// {0} is the reference. Written by us, and not yet read by somebody whose language it is.
/// </summary>
internal static class MailTongues
{
    private static readonly Dictionary<(string Language, MailText Text), (string Subject, string Body)> Texts = new()
    {
        [("sv-latt", MailText.Received)] = ("Vi har fått det du skrev. Ärende {0}", "Tack för att du hörde av dig.\n\nVi har fått det du skrev. Ditt ärende har nummer {0}. Spara numret. Säg det om du ringer oss."),
        [("sv-latt", MailText.HandedOver)] = ("En ny person har hand om ärende {0}", "En ny person har hand om ditt ärende {0}. Vi har berättat för dig vem det är. Undrar du något? Ring eller skriv till oss."),
        [("sv-latt", MailText.Feedback)] = ("Vi har något att berätta om ärende {0}", "Vi har något att berätta om ditt ärende {0}. Vi skriver det inte i ett mejl, för andra kan läsa det. Ring eller skriv till oss. Då berättar vi."),
        [("sv-latt", MailText.Delayed)] = ("Ärende {0} tar längre tid", "Ditt ärende {0} tar längre tid än vi lovade. Vi skriver inte varför i ett mejl. Ring eller skriv till oss. Då berättar vi."),
        [("sv-latt", MailText.Replied)] = ("Du har fått svar i ärende {0}", "Det finns ett svar till dig i ärende {0}. Vi skriver det inte i ett mejl, för andra kan läsa det. Ring eller skriv till oss. Då berättar vi."),
        [("sv-latt", MailText.Referred)] = ("Ärende {0} är på ett annat ställe nu", "Någon annan ska ha hand om det du berättade. Vi har lämnat det dit. Du behöver inte skriva igen. Ditt ärende har nummer {0}. Undrar du något? Ring eller skriv till oss."),
        [("sv-latt", MailText.Asked)] = ("Vi har en fråga i ärende {0}", "Vi behöver fråga dig en sak om ärende {0}. Vi skriver inte frågan i ett mejl. Ring eller skriv till oss. Då berättar vi."),

        [("en", MailText.Received)] = ("We have received your case {0}", "Thank you for getting in touch.\n\nWe have received what you told us. Your case has number {0}. Have it at hand if you contact us."),
        [("en", MailText.HandedOver)] = ("Somebody new handles your case {0}", "Your case {0} goes to the one who can best help you. We have told you who that is. Contact us if you wonder about anything."),
        [("en", MailText.Feedback)] = ("News in your case {0}", "There is news for you in case {0}. Out of consideration for you we do not write it in a mail. Contact us, and we will tell you."),
        [("en", MailText.Delayed)] = ("Your case {0} takes longer", "Your case {0} takes longer than we promised. We do not write why in a mail. Contact us, and we will tell you."),
        [("en", MailText.Replied)] = ("An answer in your case {0}", "There is an answer for you in case {0}. Out of consideration for you we do not write it in a mail. Contact us, and we will tell you."),
        [("en", MailText.Referred)] = ("Your case {0} has been passed on", "What you told us belongs somewhere else. We have passed it on for you, and you need not write again. Contact us if you wonder who has it now. Your case has number {0}."),
        [("en", MailText.Asked)] = ("A question for you in case {0}", "We need to ask you something to get on with case {0}. We do not write the question in a mail. Contact us, and we will tell you."),

        [("fi", MailText.Received)] = ("Olemme vastaanottaneet asiasi {0}", "Kiitos yhteydenotostasi.\n\nOlemme vastaanottaneet sen, mitä kerroit. Asiasi numero on {0}. Pidä numero esillä, jos otat meihin yhteyttä."),
        [("fi", MailText.HandedOver)] = ("Asiallasi {0} on uusi käsittelijä", "Asiasi {0} siirtyy sille, joka voi parhaiten auttaa sinua. Olemme kertoneet sinulle, kuka hän on. Ota yhteyttä, jos haluat kysyä jotakin."),
        [("fi", MailText.Feedback)] = ("Uutta asiassasi {0}", "Meillä on sinulle kerrottavaa asiassa {0}. Sinun vuoksesi emme kirjoita sitä sähköpostiin. Ota yhteyttä, niin kerromme."),
        [("fi", MailText.Delayed)] = ("Asiasi {0} kestää kauemmin", "Asiasi {0} kestää kauemmin kuin lupasimme. Emme kirjoita syytä sähköpostiin. Ota yhteyttä, niin kerromme."),
        [("fi", MailText.Replied)] = ("Vastaus asiassasi {0}", "Asiassa {0} on vastaus sinulle. Sinun vuoksesi emme kirjoita sitä sähköpostiin. Ota yhteyttä, niin kerromme."),
        [("fi", MailText.Referred)] = ("Asiasi {0} on siirretty eteenpäin", "Kertomasi asia kuuluu toiseen paikkaan. Olemme siirtäneet sen puolestasi, eikä sinun tarvitse kirjoittaa uudelleen. Ota yhteyttä, jos mietit, kenellä se nyt on. Asiasi numero on {0}."),
        [("fi", MailText.Asked)] = ("Kysymys sinulle asiassa {0}", "Meidän on kysyttävä sinulta yhtä asiaa, jotta pääsemme eteenpäin asiassa {0}. Emme kirjoita kysymystä sähköpostiin. Ota yhteyttä, niin kerromme."),

        [("ar", MailText.Received)] = ("لقد استلمنا قضيتك {0}", "شكرًا لتواصلك معنا.\n\nلقد استلمنا ما أخبرتنا به. رقم قضيتك هو {0}. احتفظ بالرقم واذكره إذا اتصلت بنا."),
        [("ar", MailText.HandedOver)] = ("شخص جديد يتولى قضيتك {0}", "انتقلت قضيتك {0} إلى الشخص الأقدر على مساعدتك. لقد أخبرناك من هو. تواصل معنا إذا كان لديك أي سؤال."),
        [("ar", MailText.Feedback)] = ("هناك جديد في قضيتك {0}", "لدينا ما نخبرك به في القضية {0}. حرصًا عليك لا نكتبه في رسالة إلكترونية. تواصل معنا وسنخبرك."),
        [("ar", MailText.Delayed)] = ("قضيتك {0} تستغرق وقتًا أطول", "تستغرق قضيتك {0} وقتًا أطول مما وعدنا. لا نكتب السبب في رسالة إلكترونية. تواصل معنا وسنخبرك."),
        [("ar", MailText.Replied)] = ("هناك رد في قضيتك {0}", "هناك رد لك في القضية {0}. حرصًا عليك لا نكتبه في رسالة إلكترونية. تواصل معنا وسنخبرك."),
        [("ar", MailText.Referred)] = ("تم تحويل قضيتك {0}", "ما أخبرتنا به يخص جهة أخرى. لقد حولناه نيابة عنك، ولا تحتاج إلى الكتابة مرة أخرى. تواصل معنا إذا أردت أن تعرف من يتولاه الآن. رقم قضيتك هو {0}."),
        [("ar", MailText.Asked)] = ("سؤال لك في القضية {0}", "نحتاج أن نسألك عن أمر لنتابع القضية {0}. لا نكتب السؤال في رسالة إلكترونية. تواصل معنا وسنخبرك."),

        [("so", MailText.Received)] = ("Waan helnay arrintaada {0}", "Waad ku mahadsan tahay inaad nala soo xiriirtay.\n\nWaan helnay waxa aad noo sheegtay. Lambarka arrintaadu waa {0}. Hayso lambarka haddii aad nala soo xiriirto."),
        [("so", MailText.HandedOver)] = ("Qof cusub ayaa haya arrintaada {0}", "Arrintaada {0} waxaa la wareegaya qofka sida ugu fiican kuu caawin kara. Waan kuu sheegnay cidda uu yahay. Nala soo xiriir haddii aad su'aal qabto."),
        [("so", MailText.Feedback)] = ("War ku saabsan arrintaada {0}", "Waxaan kuu haynaa war ku saabsan arrinta {0}. Adiga darteed kuma qorno iimayl. Nala soo xiriir, waan kuu sheegi doonnaa."),
        [("so", MailText.Delayed)] = ("Arrintaada {0} waqti dheer ayay qaadanaysaa", "Arrintaada {0} waxay qaadanaysaa waqti ka badan intii aan ballan qaadnay. Sababta kuma qorno iimayl. Nala soo xiriir, waan kuu sheegi doonnaa."),
        [("so", MailText.Replied)] = ("Jawaab ku saabsan arrintaada {0}", "Jawaab ayaa kuu taal arrinta {0}. Adiga darteed kuma qorno iimayl. Nala soo xiriir, waan kuu sheegi doonnaa."),
        [("so", MailText.Referred)] = ("Arrintaada {0} meel kale ayaa loo gudbiyay", "Waxa aad noo sheegtay meel kale ayay khusaysaa. Waan kuu gudbinnay, uma baahnid inaad mar kale qorto. Nala soo xiriir haddii aad rabto inaad ogaato cidda hadda haysa. Lambarka arrintaadu waa {0}."),
        [("so", MailText.Asked)] = ("Su'aal adiga kuugu socota arrinta {0}", "Waxaan u baahannahay inaan wax ku weydiinno si aan u sii wadno arrinta {0}. Su'aasha kuma qorno iimayl. Nala soo xiriir, waan kuu sheegi doonnaa."),
    };

    /// <summary>Null where it is said in Swedish only.</summary>
    public static (string Subject, string Body)? Of(MailText text, string language) => Texts.TryGetValue((language, text), out var words) ? words : null;

    /// <summary>To whoever has a code: where it is used, and never the code itself.</summary>
    public static string ByCode(string language, string publicUrl)
    {
        var where = $"{publicUrl.TrimEnd('/')}/folj{(language == "sv" ? "" : $"?lang={language}")}";
        return language switch
        {
            "sv-latt" => $"Har du kvar din kod? Då kan du läsa och skriva här: {where}",
            "en" => $"With your code you can read and write here: {where}",
            "fi" => $"Koodillasi voit lukea ja kirjoittaa täällä: {where}",
            "ar" => $"يمكنك القراءة والكتابة باستخدام رمزك هنا: {where}",
            "so" => $"Koodkaaga waxaad wax ku akhrin kartaa kuna qori kartaa halkan: {where}",
            _ => $"Med din kod kan du läsa och skriva här: {where}",
        };
    }

    /// <summary>To whoever has an answer, where the routine asks: three questions, and nothing about the case.</summary>
    public static string Survey(string language, string publicUrl, string token)
    {
        var where = SurveyAddress(language, publicUrl, token);
        return language switch
        {
            "sv-latt" => $"Hur tycker du att det gick? Svara på tre frågor här: {where}",
            "en" => $"How do you think it went? Answer three questions here: {where}",
            "fi" => $"Miten asia mielestäsi sujui? Vastaa kolmeen kysymykseen täällä: {where}",
            "ar" => $"ما رأيك في ما جرى؟ أجب عن ثلاثة أسئلة هنا: {where}",
            "so" => $"Sidee bay kula tahay inay wax u dhaceen? Saddex su'aalood halkan kaga jawaab: {where}",
            _ => $"Hur tycker du att det gick? Svara på tre frågor här: {where}",
        };
    }

    public static string SurveyAddress(string language, string publicUrl, string token) => $"{publicUrl.TrimEnd('/')}/betyg/{token}{(language == "sv" ? "" : $"?lang={language}")}";

    public static string Greeting(string language) => language switch
    {
        "en" => "Kind regards",
        "fi" => "Ystävällisin terveisin",
        "ar" => "مع أطيب التحيات",
        "so" => "Salaan wanaagsan",
        _ => "Vänliga hälsningar",
    };

    public static string Hello(string language) => language switch
    {
        "en" => "Hello,",
        "fi" => "Hei!",
        "ar" => "مرحبًا،",
        "so" => "Salaan,",
        _ => "Hej!",
    };
}
