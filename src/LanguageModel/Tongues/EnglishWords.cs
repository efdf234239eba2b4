namespace Bupyeong.Chatbot.LanguageModel;

/// <summary>English words of every day and of library rules; none of them names anybody or any place.</summary>
internal static class EnglishWords
{
    public const string Common = """
        a able about above absence absent accept accepted access accident account across activities activity add added
        address adult adults after again age ago agree ahead all allow allowed allows alone along already also
        although always am among an and another any anyone anything apart apply area areas around arrive arrived
        arrives as ask asked asking asks assist at attend attendance attended attending automatically available away
        back bag barcode based be because become been before begin begins behind being belong below beside between
        beyond birth book books borrower borrowers both box branch branches break bring brings brought budget building
        built busy but buy buying by call called calling can cannot card carry case cases catalog cause certain change
        changed changes charge check checked child choose chosen city class clean clear clearly close closes closing
        clothes collect come comes coming complete completed computer condition confirm confirmed connect connected
        consider contact contacted contacts content continue conversation copyright corner cost could count counted
        counter counts court cover covers create cultural culture current currently cut damage damaged data date dates
        day days deadline decide decided depend depending depends describe desk details did different difficult
        directly disability disabled discuss district do document documents does doing don done door down download due
        during each earlier early easily easy either else email emergency empty end ended ends enough ensure enter
        entire entrance equipment event events every everything exactly example exceed expire expired explain face
        facilities facility fact fall falls far fast feel few file files fill filled find first fit floor follow
        following follows footage for form former forward found from front full further garden get gets getting give
        given gives giving go goes going good got group groups guide hall hand handed handle happen happens hard has
        have having he head headphones hear heavy held help helps her here him his hold holds home hour hours house
        how however i if in include included includes including increase increased indeed information inside instead
        internet into is issue issued it item items its itself join joined just keep keeping kept kind kinds know
        known large larger last late later law lead least leave leaves leaving left less let letter level lid lids
        life light like limit limited limits line link list listed listen lists little live lives living located
        location locked log long longer look lose lost loud low made mail main make makes making many map mark marked
        material materials matter may maybe me mean means meet meeting meetings member message messages met might
        minute minutes miss missed missing money month months more most mostly mouth move moved moves moving much must
        my name named names near nearby nearest necessary need needed needs neither never new next no nobody noise
        none nor normal normally not note notice notices notified notify now number numbers of off offer offered often
        old older on once one ones online only open opened opening opens operate operated operates operator option or
        order ordered ordinary other others otherwise our out outside over own owner owns packed page pages paid paper
        part participating particular parts party pass passed past patron pay paying people per period permission
        permit permitted person personal phone pick picked place placed places plan plans please plus police possible
        post posted power prefer pregnant prepare prepared present press price print priority private procedure
        process processed processing programs proof protect prove provide provided provides public publish published
        purchase put question questions queue quiet quietly reach reached read reader readers ready real reason
        reasons receive recent recently recognize recognized record recorded records reduce reduced refer regardless
        region register registered regular regularly related remain remains remember remove removed repeat repeated
        replace reply report reported request require required requires reserve resident residents resource
        responsible rest result results right room rooms row rule rules run runs safe safety same save say says
        schedule screen seal search seat second see seen select selected sell send sender sends sent separate
        separately served service services set several shall share shelf shelves short should show shown shows sign
        signal similar since single sister site sits situation size skip small so some someone something sometimes
        soon sorry sound space spaces speak special start started starting starts state station stay still storage
        store stored stories story study such supply sure table take taken takes taking talk tell telling tells than
        that the their them themselves then there these they thing things think this those though through throughout
        time times title to today together told too took total touch toward town transfer transferred tried turn
        turned turns two type types under understand unless until up upon us use used useful user users uses using
        usual usually valid van vary verified verify very via visit visitor visitors visits voice wait waiting want
        wanted wants warm was watch water way ways we wear week weeks welcome well were wet what when whenever where
        wherever whether which while whilst who whoever whole whose why wide will wish with within without word words
        work would write written wrong yard year years yes yet you young your yours yourself
        """;
}
