using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Gava.Domain.History;
using Gava.Operations.Cases;
using Gava.Operations.Learning;
using Gava.Operations.People;
using Gava.Web.Commands;
using Gava.Web.Tests.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gava.Web.Tests.Security;

/// <summary>
/// Every address against everybody, about a case that Amal received at Boendestöd Centrum. Maria leads that unit, Johan another;
/// Birgitta and Gunnar stand above it; Rut and Kerstin see the register, and Rut keeps the diary; Vera's time has passed; admin sees no cases; key is
/// a neighbouring system's. On addresses of the API people come with a key of their own.
/// </summary>
// R-SEC-01, V8.2.1, V8.2.2, V8.3.1
public sealed class RightsMatrixTests(Work work) : IClassFixture<Work>
{
    // in: shown to be signed in first. done: it happened, and leads on. 404 is the same page as for what does not exist.
    private const string Matrix = """
        METHOD ADDRESS                                  nobody amal maria johan birgitta gunnar rut  kerstin vera admin key
        GET    /                                        200    200  200   200   200      200    200  200     200  200   200
        POST   /                                        405    405  405   405   405      405    405  405     405  405   405
        GET    /stilguide                               200    200  200   200   200      200    200  200     200  200   200
        POST   /stilguide                               405    405  405   405   405      405    405  405     405  405   405
        GET    /logga-in                                200    200  200   200   200      200    200  200     200  200   200
        POST   /logga-in                                400    400  400   400   400      400    400  400     400  400   400
        GET    /logga-ut                                in     200  200   200   200      200    200  200     200  200   in
        POST   /logga-ut                                in     done done  done  done     done   done done    done done  in
        GET    /start                                   in     200  200   200   200      200    200  200     200  200   in
        POST   /start                                   in     405  405   405   405      405    405  405     405  405   in
        GET    /aterkommande                            in     200  200   200   200      200    200  200     200  200   in
        POST   /aterkommande                            in     404  404   404   404      404    404  404     404  404   in
        GET    /att-registrera                          in     404  404   404   404      404    404  404     404  404   in
        POST   /att-registrera                          in     405  405   405   405      405    405  405     405  405   in
        GET    /enheten                                 in     404  200   200   200      200    404  404     404  404   in
        POST   /enheten                                 in     405  405   405   405      405    405  405     405  405   in
        GET    /jobb                                    in     404  404   404   404      404    404  404     404  200   in
        POST   /jobb                                    in     405  405   405   405      405    405  405     405  405   in
        GET    /oversikt                                in     404  404   404   404      404    404  200     404  404   in
        POST   /oversikt                                in     405  405   405   405      405    405  405     405  405   in
        GET    /arenden                                 in     200  200   200   200      200    200  200     200  200   in
        POST   /arenden                                 in     405  405   405   405      405    405  405     405  405   in
        GET    /arenden/lista.csv                       in     200  200   200   200      200    200  200     200  200   in
        POST   /arenden/lista.csv                       in     405  405   405   405      405    405  405     405  405   in
        GET    /arenden/lista.xlsx                      in     200  200   200   200      200    200  200     200  200   in
        POST   /arenden/lista.xlsx                      in     405  405   405   405      405    405  405     405  405   in
        GET    /importera                               in     404  404   404   404      404    200  200     404  200   in
        POST   /importera                               in     404  404   404   404      404    400  400     404  400   in
        GET    /importera/{id:guid}                     in     404  404   404   404      404    404  404     404  404   in
        POST   /importera/{id:guid}                     in     404  404   404   404      404    404  404     404  404   in
        GET    /arenden/nytt                            in     200  200   200   200      200    200  200     404  404   in
        POST   /arenden/nytt                            in     done done  done  done     done   done done    404  404   in
        GET    /arenden/nytt/granska                    in     200  200   200   200      200    200  200     200  200   in
        POST   /arenden/nytt/granska                    in     200  200   200   200      200    200  200     200  200   in
        GET    /arenden/{reference}                     in     200  200   404   200      200    200  200     404  404   in
        POST   /arenden/{reference}                     in     405  405   405   405      405    405  405     405  405   in
        GET    /arenden/{reference}/anteckna            in     200  200   404   200      200    200  200     404  404   in
        POST   /arenden/{reference}/anteckna            in     done done  404   done     done   done done    404  404   in
        GET    /arenden/{reference}/aterkoppla          in     200  200   404   200      200    404  404     404  404   in
        POST   /arenden/{reference}/aterkoppla          in     done done  404   done     done   400  400     404  404   in
        GET    /arenden/{reference}/atgard              in     200  200   404   200      200    404  404     404  404   in
        POST   /arenden/{reference}/atgard              in     done done  404   done     done   400  400     404  404   in
        GET    /arenden/{reference}/avsluta             in     200  200   404   200      200    404  404     404  404   in
        POST   /arenden/{reference}/avsluta             in     done done  404   done     done   400  400     404  404   in
        GET    /arenden/{reference}/bilaga/{number:int} in     200  200   404   200      200    200  200     404  404   in
        POST   /arenden/{reference}/bilaga/{number:int} in     405  405   405   405      405    405  405     405  405   in
        GET    /arenden/{reference}/brev/{number:int}   in     done done  done  done     done   done done    done done  in
        POST   /arenden/{reference}/brev/{number:int}   in     200  200   404   200      200    200  200     404  404   in
        GET    /arenden/{reference}/forsening           in     200  200   404   200      200    404  404     404  404   in
        POST   /arenden/{reference}/forsening           in     done done  404   done     done   400  400     404  404   in
        GET    /arenden/{reference}/kontakt             in     200  200   404   200      200    404  404     404  404   in
        POST   /arenden/{reference}/kontakt             in     done done  404   done     done   400  400     404  404   in
        GET    /arenden/{reference}/lamna-over          in     200  200   404   200      200    404  404     404  404   in
        POST   /arenden/{reference}/lamna-over          in     done done  404   done     done   400  400     404  404   in
        GET    /arenden/{reference}/lova-ringa          in     200  200   404   200      200    404  404     404  404   in
        POST   /arenden/{reference}/lova-ringa          in     done done  404   done     done   400  400     404  404   in
        GET    /arenden/{reference}/oppna-igen          in     200  200   404   200      200    404  404     404  404   in
        POST   /arenden/{reference}/oppna-igen          in     done done  404   done     done   400  400     404  404   in
        GET    /arenden/{reference}/ring-upp/{number:int} in   200  200   404   200      200    404  404     404  404   in
        POST   /arenden/{reference}/ring-upp/{number:int} in   done done  404   done     done   400  400     404  404   in
        GET    /arenden/{reference}/sag-nej             in     200  404   404   200      200    404  404     404  404   in
        POST   /arenden/{reference}/sag-nej             in     done 400   404   done     done   400  400     404  404   in
        GET    /arenden/{reference}/sort                in     200  200   404   200      200    404  404     404  404   in
        POST   /arenden/{reference}/sort                in     done done  404   done     done   400  400     404  404   in
        GET    /arenden/{reference}/svara               in     200  200   404   200      200    404  404     404  404   in
        POST   /arenden/{reference}/svara               in     done done  404   done     done   400  400     404  404   in
        GET    /arenden/{reference}/ta-emot             in     404  404   404   200      200    404  404     404  404   in
        POST   /arenden/{reference}/ta-emot             in     400  400   404   done     done   400  400     404  404   in
        GET    /arenden/{reference}/till-registratorn   in     404  404   404   404      404    404  404     404  404   in
        POST   /arenden/{reference}/till-registratorn   in     400  400   404   400      400    400  400     404  404   in
        GET    /arenden/{reference}/uppgifter           in     200  200   404   200      200    200  200     404  404   in
        POST   /arenden/{reference}/uppgifter           in     200  200   404   200      200    200  200     404  404   in
        GET    /organisation                            in     200  200   200   200      200    200  200     200  200   in
        POST   /organisation                            in     405  405   405   405      405    405  405     405  405   in
        GET    /organisation/{slug}                     in     200  200   200   200      200    200  200     200  200   in
        POST   /organisation/{slug}                     in     405  405   405   405      405    405  405     405  405   in
        GET    /organisation/personer                   in     200  200   200   200      200    200  200     200  200   in
        POST   /organisation/personer                   in     405  405   405   405      405    405  405     405  405   in
        GET    /organisation/personer/{userName}        in     200  200   200   200      200    200  200     200  200   in
        POST   /organisation/personer/{userName}        in     405  405   405   405      405    405  405     405  405   in
        GET    /organisation/mottagare                  in     200  200   200   200      200    200  200     200  200   in
        POST   /organisation/mottagare                  in     405  405   405   405      405    405  405     405  405   in
        GET    /organisation/mallar                     in     200  200   200   200      200    200  200     200  200   in
        POST   /organisation/mallar                     in     405  405   405   405      405    405  405     405  405   in
        GET    /organisation/lediga-dagar               in     200  200   200   200      200    200  200     200  200   in
        POST   /organisation/lediga-dagar               in     404  404   404   404      404    404  404     404  400   in
        GET    /organisation/{slug}/ny                  in     404  404   404   404      404    404  404     404  200   in
        POST   /organisation/{slug}/ny                  in     404  404   404   404      404    404  404     404  400   in
        GET    /organisation/{slug}/andra               in     404  404   404   404      404    404  404     404  200   in
        POST   /organisation/{slug}/andra               in     404  404   404   404      404    404  404     404  400   in
        GET    /organisation/{slug}/avveckla            in     404  404   404   404      404    404  404     404  200   in
        POST   /organisation/{slug}/avveckla            in     404  404   404   404      404    404  404     404  400   in
        GET    /organisation/ny-person                  in     404  404   404   404      404    404  404     404  200   in
        POST   /organisation/ny-person                  in     404  404   404   404      404    404  404     404  400   in
        GET    /organisation/personer/{userName}/andra  in     404  404   404   404      404    404  404     404  200   in
        POST   /organisation/personer/{userName}/andra  in     404  404   404   404      404    404  404     404  400   in
        GET    /organisation/personer/{userName}/ny-roll in     404  404   404   404      404    404  404     404  200   in
        POST   /organisation/personer/{userName}/ny-roll in     404  404   404   404      404    404  404     404  400   in
        GET    /organisation/personer/{userName}/vikarie in     404  404   404   404      404    404  404     404  200   in
        POST   /organisation/personer/{userName}/vikarie in     404  404   404   404      404    404  404     404  400   in
        GET    /organisation/personer/{userName}/slutar in     404  404   404   404      404    404  404     404  200   in
        POST   /organisation/personer/{userName}/slutar in     404  404   404   404      404    404  404     404  400   in
        GET    /organisation/mottagare/ny               in     404  404   404   404      404    404  404     404  200   in
        POST   /organisation/mottagare/ny               in     404  404   404   404      404    404  404     404  400   in
        GET    /organisation/mallar/ny                  in     404  404   404   404      404    404  404     404  200   in
        POST   /organisation/mallar/ny                  in     404  404   404   404      404    404  404     404  400   in
        GET    /organisation/personer/{userName}/nytt-losenord in     404  404   404   404      404    404  404     404  200   in
        POST   /organisation/personer/{userName}/nytt-losenord in     404  404   404   404      404    404  404     404  200   in
        GET    /organisation/personer/{userName}/avsluta-roll/{role:guid} in     404  404   404   404      404    404  404     404  404   in
        POST   /organisation/personer/{userName}/avsluta-roll/{role:guid} in     404  404   404   404      404    404  404     404  404   in
        GET    /organisation/lediga-dagar/{day}         in     404  404   404   404      404    404  404     404  404   in
        POST   /organisation/lediga-dagar/{day}         in     404  404   404   404      404    404  404     404  404   in
        GET    /organisation/mottagare/{id:guid}        in     404  404   404   404      404    404  404     404  404   in
        POST   /organisation/mottagare/{id:guid}        in     404  404   404   404      404    404  404     404  404   in
        GET    /organisation/mallar/{id:guid}           in     404  404   404   404      404    404  404     404  404   in
        POST   /organisation/mallar/{id:guid}           in     404  404   404   404      404    404  404     404  404   in
        GET    /api/v1/units/{slug}                     401    200  200   200   200      200    200  200     200  200   200
        GET    /api/v1/people/{userName}                401    200  200   200   200      200    200  200     200  200   200
        GET    /api/v1/closed-days                      401    200  200   200   200      200    200  200     200  200   200
        GET    /api/v1/recipients                       401    200  200   200   200      200    200  200     200  200   200
        GET    /api/v1/templates                        401    200  200   200   200      200    200  200     200  200   200
        POST   /api/v1/units                            401    400  400   400   400      400    400  400     400  400   400
        POST   /api/v1/units/{slug}/end                 401    400  400   400   400      400    400  400     400  400   400
        POST   /api/v1/people                           401    400  400   400   400      400    400  400     400  400   400
        POST   /api/v1/people/{userName}/roles          401    400  400   400   400      400    400  400     400  400   400
        POST   /api/v1/people/{userName}/stand-in       401    400  400   400   400      400    400  400     400  400   400
        POST   /api/v1/people/{userName}/end            401    400  400   400   400      400    400  400     400  400   400
        POST   /api/v1/closed-days                      401    400  400   400   400      400    400  400     400  400   400
        POST   /api/v1/recipients                       401    400  400   400   400      400    400  400     400  400   400
        POST   /api/v1/templates                        401    400  400   400   400      400    400  400     400  400   400
        POST   /api/v1/people/{userName}/password       401    400  400   400   400      400    400  400     400  200   400
        POST   /api/v1/people/{userName}/roles/{role:guid}/end 401    400  400   400   400      400    400  400     400  404   400
        PATCH  /api/v1/units/{slug}                     401    400  400   400   400      400    400  400     400  200   400
        PATCH  /api/v1/people/{userName}                401    400  400   400   400      400    400  400     400  200   400
        PATCH  /api/v1/recipients/{id:guid}             401    400  400   400   400      400    400  400     400  404   400
        DELETE /api/v1/recipients/{id:guid}             401    400  400   400   400      400    400  400     400  404   400
        PATCH  /api/v1/templates/{id:guid}              401    400  400   400   400      400    400  400     400  404   400
        DELETE /api/v1/templates/{id:guid}              401    400  400   400   400      400    400  400     400  404   400
        DELETE /api/v1/closed-days/{day}                401    400  400   400   400      400    400  400     400  404   400
        GET    /logg                                    in     200  200   200   200      200    200  200     200  200   in
        POST   /logg                                    in     400  400   400   400      400    400  400     400  400   in
        GET    /hitta                                   in     200  200   200   200      200    200  200     404  200   in
        POST   /hitta                                   in     400  400   400   400      400    400  400     404  400   in
        GET    /nodoppna                                in     200  200   200   200      200    200  200     404  404   in
        POST   /nodoppna                                in     400  400   400   400      400    400  400     404  404   in
        GET    /arenden/{reference}/lasningar           in     200  200   404   200      200    200  200     404  404   in
        POST   /arenden/{reference}/lasningar           in     405  405   405   405      405    405  405     405  405   in
        GET    /arenden/{reference}/utse                in     404  200   404   200      200    404  404     404  404   in
        POST   /arenden/{reference}/utse                in     400  done  404   done     done   400  400     404  404   in
        GET    /api/v1/readings                         401    200  200   200   200      200    200  200     200  200   200
        GET    /api/v1/readings/to-judge                401    200  200   200   200      200    200  200     200  200   200
        POST   /api/v1/readings/{line:long}/verdict     401    404  404   404   404      404    404  404     404  404   404
        GET    /api/v1/cases/{reference}/readings       401    200  200   404   200      200    200  200     404  404   200
        POST   /api/v1/cases/{reference}/emergency-opening 401 400  400   200   400      400    400  400     404  404   404
        POST   /api/v1/cases/{reference}/name-reader    401    400  200   404   200      200    400  400     404  404   400
        POST   /api/v1/caller-searches                  401    400  400   400   400      400    400  400     404  400   404
        GET    /utlamnande                              in     404  404   404   404      404    200  200     404  404   in
        POST   /utlamnande                              in     405  405   405   405      405    405  405     405  405   in
        GET    /utlamnande/ny                           in     404  404   404   404      404    200  200     404  404   in
        POST   /utlamnande/ny                           in     404  404   404   404      404    400  400     404  404   in
        GET    /utlamnande/{id:long}                    in     404  404   404   404      404    200  200     404  404   in
        POST   /utlamnande/{id:long}                    in     404  404   404   404      404    400  400     404  404   in
        GET    /utlamnande/{id:long}/valj               in     404  404   404   404      404    200  200     404  404   in
        POST   /utlamnande/{id:long}/valj               in     404  404   404   404      404    400  400     404  404   in
        GET    /utlamnande/{id:long}/handling/{number:int} in  404  404   404   404      404    200  200     404  404   in
        POST   /utlamnande/{id:long}/handling/{number:int} in  404  404   404   404      404    200  200     404  404   in
        GET    /utlamnande/{id:long}/handling/{number:int}/maskera in 404 404 404 404    404    done done    404  404   in
        POST   /utlamnande/{id:long}/handling/{number:int}/maskera in 404 404 404 404    404    400  400     404  404   in
        GET    /utlamnande/{id:long}/handling/{number:int}/ta-bort in 404 404 404 404    404    done done    404  404   in
        POST   /utlamnande/{id:long}/handling/{number:int}/ta-bort in 404 404 404 404    404    done done    404  404   in
        GET    /utlamnande/{id:long}/kopia.pdf          in     404  404   404   404      404    done done    404  404   in
        POST   /utlamnande/{id:long}/kopia.pdf          in     404  404   404   404      404    200  200     404  404   in
        GET    /api/v1/disclosures                      401    404  404   404   404      404    200  200     404  404   404
        POST   /api/v1/disclosures                      401    404  404   404   404      404    400  400     404  404   404
        GET    /api/v1/disclosures/{id:long}            401    404  404   404   404      404    200  200     404  404   404
        GET    /api/v1/disclosable-documents            401    404  404   404   404      404    400  400     404  404   404
        GET    /api/v1/secrecy-grounds                  401    200  200   200   200      200    200  200     200  200   200
        POST   /api/v1/disclosures/{id:long}/documents  401    404  404   404   404      404    400  400     404  404   404
        POST   /api/v1/disclosures/{id:long}/documents/{number:int}/opening 401 404 404 404 404 404 200 200   404  404   404
        POST   /api/v1/disclosures/{id:long}/documents/{number:int}/review 401 404 404 404 404 404 200 200    404  404   404
        POST   /api/v1/disclosures/{id:long}/documents/{number:int}/drop 401 404 404 404 404 404 200 200      404  404   404
        POST   /api/v1/disclosures/{id:long}/decision   401    404  404   404   404      404    400  400     404  404   404
        POST   /api/v1/disclosures/{id:long}/copy       401    404  404   404   404      404    200  200     404  404   404
        GET    /registerutdrag                          in     404  404   404   404      404    200  200     404  404   in
        POST   /registerutdrag                          in     404  404   404   404      404    400  400     404  404   in
        GET    /registerutdrag/paket                    in     404  404   404   404      404    done done    404  404   in
        POST   /registerutdrag/paket                    in     404  404   404   404      404    400  400     404  404   in
        GET    /registerutdrag/medarbetare              in     404  404   404   404      404    404  200     404  200   in
        POST   /registerutdrag/medarbetare              in     404  404   404   404      404    404  200     404  200   in
        POST   /api/v1/extract-searches                 401    404  404   404   404      404    400  400     404  404   404
        POST   /api/v1/extracts                         401    404  404   404   404      404    400  400     404  404   404
        POST   /api/v1/staff-extracts                   401    404  404   404   404      404    404  400     404  400   404
        GET    /gallring                                in     404  404   404   404      404    200  404     404  404   in
        POST   /gallring                                in     404  404   404   404      404    400  404     404  404   in
        GET    /gallring/protokoll.csv                  in     404  404   404   404      404    200  404     404  404   in
        POST   /gallring/protokoll.csv                  in     405  405   405   405      405    405  405     405  405   in
        GET    /arenden/{reference}/gallra-inte         in     200  200   404   200      200    200  404     404  404   in
        POST   /arenden/{reference}/gallra-inte         in     done done  404   done     done   done 400     404  404   in
        GET    /arenden/{reference}/ratta-uppgifter     in     200  200   404   200      200    404  404     404  404   in
        POST   /arenden/{reference}/ratta-uppgifter     in     done done  404   done     done   400  400     404  404   in
        POST   /api/v1/cases/{reference}/correct-details 401   200  200   404   200      200    400  400     404  404   400
        GET    /arenden/{reference}/dolj                in     200  200   404   200      200    200  200     404  404   in
        POST   /arenden/{reference}/dolj                in     done done  404   done     done   done done    404  404   in
        POST   /api/v1/cases/{reference}/mask           401    200  200   404   200      200    200  200     404  404   400
        POST   /api/v1/cases/{reference}/unmask         401    200  200   404   200      200    200  200     404  404   400
        GET    /api/v1/disposals                        401    404  404   404   404      404    200  404     404  404   404
        POST   /api/v1/disposals                        401    404  404   404   404      404    404  404     404  404   404
        GET    /api/v1/disposals/protocol               401    404  404   404   404      404    200  404     404  404   404
        POST   /api/v1/cases/{reference}/hold           401    200  200   404   200      200    200  400     404  404   400
        POST   /api/v1/cases/{reference}/lift-hold      401    400  400   404   400      400    400  400     404  404   400
        GET    /lamna                                   200    200  200   200   200      200    200  200     200  200   200
        POST   /lamna                                   200    200  200   200   200      200    200  200     200  200   200
        GET    /blankett                                 200 200 200 200 200 200 200 200 200 200 200
        POST   /blankett                                 405 405 405 405 405 405 405 405 405 405 405
        GET    /blankett/visa                            200 200 200 200 200 200 200 200 200 200 200
        POST   /blankett/visa                            405 405 405 405 405 405 405 405 405 405 405
        GET    /blanketter                               in 200 200 200 200 200 200 200 404 200 in
        POST   /blanketter                               in 400 400 400 400 400 400 400 404 400 in
        GET    /blanketter/alla                          in 404 404 404 404 404 200 200 404 200 in
        POST   /blanketter/alla                          in 404 404 404 404 404 400 400 404 400 in
        GET    /blanketter/utskrift/{id:guid}            in 404 404 404 404 404 404 404 404 404 in
        POST   /blanketter/utskrift/{id:guid}            in 405 405 405 405 405 405 405 405 405 in
        GET    /blanketter/utskrift/{id:guid}/pdf        in 404 404 404 404 404 404 404 404 404 in
        POST   /blanketter/utskrift/{id:guid}/pdf        in 405 405 405 405 405 405 405 405 405 in
        GET    /blanketter/utskrift/{id:guid}/visa       in 404 404 404 404 404 404 404 404 404 in
        POST   /blanketter/utskrift/{id:guid}/visa       in 405 405 405 405 405 405 405 405 405 in
        GET    /api/v1/units/{slug}/sheets/{kind}        401 200 200 200 200 200 200 200 200 200 200
        POST   /api/v1/sheets                            401 404 404 404 404 404 400 400 404 400 404
        POST   /api/v1/form-printings                    401 400 400 400 201 201 201 201 404 201 201
        GET    /api/v1/form-printings/{id:guid}          401 404 404 404 404 404 404 404 404 404 404
        GET    /api/v1/form-printings/{id:guid}/pdf      401 404 404 404 404 404 404 404 404 404 404
        GET    /api/v1/forms/{number}                    401 400 400 400 400 400 400 400 404 404 400
        GET    /betyg/{token}                           200    200  200   200   200      200    200  200     200  200   200
        POST   /betyg/{token}                           400    400  400   400   400      400    400  400     400  400   400
        GET    /arenden/{reference}/kod                 in     200  200   404   200      200    404  404     404  404   in
        POST   /arenden/{reference}/kod                 in     200  200   404   200      200    400  400     404  404   in
        GET    /arenden/{reference}/kod/brev            in     done done  done  done     done   done done    done done  in
        POST   /arenden/{reference}/kod/brev            in     404  404   404   404      404    404  404     404  404   in
        POST   /api/v1/cases/{reference}/give-code      401    200  200   404   200      200    400  400     404  404   400
        POST   /api/v1/cases/{reference}/code-letter    401    404  404   404   404      404    404  404     404  404   404
        GET    /folj                                    200    200  200   200   200      200    200  200     200  200   200
        POST   /folj                                    404    404  404   404   404      404    404  404     404  404   404
        GET    /personuppgifter                         200    200  200   200   200      200    200  200     200  200   200
        POST   /personuppgifter                         405    405  405   405   405      405    405  405     405  405   405
        GET    /tillganglighet                          200    200  200   200   200      200    200  200     200  200   200
        POST   /tillganglighet                          405    405  405   405   405      405    405  405     405  405   405
        GET    /rapporter                               in     200  200   200   200      200    200  200     200  200   in
        POST   /rapporter                               in     405  405   405   405      405    405  405     405  405   in
        GET    /rapporter/{period}                      in     200  200   200   200      200    200  200     200  200   in
        POST   /rapporter/{period}                      in     405  405   405   405      405    405  405     405  405   in
        GET    /api/v1/reports/{period}                 401    200  200   200   200      200    200  200     200  200   200
        GET    /rapporter/sammanstallning               in     404  200   200   200      200    404  200     404  404   in
        POST   /rapporter/sammanstallning               in     404  400   400   400      400    404  400     404  404   in
        GET    /rapporter/sammanstallning/{rapport:long} in    404  200   404   200      200    404  200     404  404   in
        POST   /rapporter/sammanstallning/{rapport:long} in    404  400   404   400      400    404  400     404  404   in
        GET    /statistik                               200    200  200   200   200      200    200  200     200  200   200
        POST   /statistik                               405    405  405   405   405      405    405  405     405  405   405
        GET    /statistik/{period}.csv                  200    200  200   200   200      200    200  200     200  200   200
        GET    /statistik/{period}.json                 200    200  200   200   200      200    200  200     200  200   200
        GET    /statistik/schema.json                   200    200  200   200   200      200    200  200     200  200   200
        GET    /laget                                   in     404  200   200   200      200    200  200     404  404   in
        POST   /laget                                   in     404  404   404   404      404    404  404     404  404   in
        GET    /kategorisera                            in     200  200   200   200      200    200  200     200  200   in
        POST   /kategorisera                            in     400  400   400   400      400    400  400     400  400   in
        GET    /teman                                   in     404  200   200   200      200    404  200     404  404   in
        POST   /teman                                   in     404  400   400   400      400    404  400     404  404   in
        GET    /teman/ny                                in     404  200   200   200      200    404  200     404  404   in
        POST   /teman/ny                                in     404  400   400   400      400    404  400     404  404   in
        GET    /teman/{tema:long}                       in     200  200   404   200      200    200  200     404  404   in
        POST   /teman/{tema:long}                       in     400  400   404   400      400    400  400     404  404   in
        GET    /api/v1/themes                           401    200  200   200   200      200    200  200     200  200   200
        POST   /api/v1/themes                           401    400  400   400   400      400    400  400     400  400   400
        GET    /api/v1/themes/{theme:long}              401    200  200   404   200      200    200  200     404  404   404
        POST   /api/v1/themes/{theme:long}/cases        401    400  400   404   400      400    400  400     404  404   404
        POST   /api/v1/themes/{theme:long}/finding      401    400  400   404   400      400    400  400     404  404   404
        GET    /api/v1/plans                            401    200  200   200   200      200    200  200     200  200   200
        GET    /api/v1/plans/{plan:long}                401    200  200   404   200      200    200  200     404  404   404
        GET    /api/v1/compiled-reports                 401    200  200   200   200      200    200  200     200  200   200
        GET    /api/v1/compiled-reports/{report:long}   401    404  200   404   200      200    404  200     404  404   404
        GET    /api/v1/compiled-reports/{report:long}/files/{format} 401 404 404 404 404 404    404  404     404  404   404
        GET    /forbattringar                           in     200  200   200   200      200    200  200     200  200   in
        POST   /forbattringar                           in     405  405   405   405      405    405  405     405  405   in
        GET    /forbattringar/ny                        in     404  200   200   200      200    404  200     404  404   in
        POST   /forbattringar/ny                        in     404  400   400   400      400    404  400     404  404   in
        GET    /forbattringar/{plan:long}               in     200  200   404   200      200    200  200     404  404   in
        POST   /forbattringar/{plan:long}               in     400  400   404   400      400    400  400     404  404   in
        GET    /forbattringar/mote                      in     404  200   200   200      200    404  200     404  404   in
        POST   /forbattringar/mote                      in     404  done  done  done     done   404  done    404  404   in
        GET    /ni-tyckte                               200    200  200   200   200      200    200  200     200  200   200
        POST   /ni-tyckte                               405    405  405   405   405      405    405  405     405  405   405
        GET    /ni-tyckte/inbaddad                      200    200  200   200   200      200    200  200     200  200   200
        POST   /ni-tyckte/inbaddad                      405    405  405   405   405      405    405  405     405  405   405
        GET    /ni-tyckte.xml                           200    200  200   200   200      200    200  200     200  200   200
        GET    /rutiner                                 in     200  200   200   200      200    200  200     200  200   in
        POST   /rutiner                                 in     405  405   405   405      405    405  405     405  405   in
        GET    /rutiner/{name}                          in     200  200   200   200      200    200  200     200  200   in
        POST   /rutiner/{name}                          in     done done  done  done     done   done done    done done  in
        GET    /rutiner/{name}/andra                    in     404  404   404   404      404    404  404     404  200   in
        POST   /rutiner/{name}/andra                    in     404  404   404   404      404    404  404     404  400   in
        GET    /rutiner/{name}/jamfor                   in     404  404   404   404      404    404  404     404  404   in
        POST   /rutiner/{name}/jamfor                   in     405  405   405   405      405    405  405     405  405   in
        GET    /rutiner/ny                              in     404  404   404   404      404    404  404     404  200   in
        POST   /rutiner/ny                              in     404  404   404   404      404    404  404     404  400   in
        GET    /arenden/{reference}/bekrafta            in     200  200   404   200      200    404  404     404  404   in
        POST   /arenden/{reference}/bekrafta            in     done done  404   done     done   400  400     404  404   in
        GET    /arenden/{reference}/del                 in     200  200   404   200      200    404  404     404  404   in
        POST   /arenden/{reference}/del                 in     done done  404   done     done   400  400     404  404   in
        GET    /arenden/{reference}/del/{number:int}    in     200  200   404   200      200    404  404     404  404   in
        POST   /arenden/{reference}/del/{number:int}    in     done done  404   done     done   400  400     404  404   in
        GET    /arenden/{reference}/forslag             in     200  200   404   200      200    404  404     404  404   in
        POST   /arenden/{reference}/forslag             in     done done  404   done     done   400  400     404  404   in
        GET    /arenden/{reference}/fraga-berord        in     200  200   404   200      200    404  404     404  404   in
        POST   /arenden/{reference}/fraga-berord        in     done done  404   done     done   400  400     404  404   in
        GET    /arenden/{reference}/fraga-personen      in     200  200   404   200      200    404  404     404  404   in
        POST   /arenden/{reference}/fraga-personen      in     done done  404   done     done   400  400     404  404   in
        GET    /arenden/{reference}/galler-nagon        in     200  200   404   200      200    404  404     404  404   in
        POST   /arenden/{reference}/galler-nagon        in     done done  404   done     done   400  400     404  404   in
        GET    /arenden/{reference}/hanvisa             in     200  200   404   200      200    404  404     404  404   in
        POST   /arenden/{reference}/hanvisa             in     done done  404   done     done   400  400     404  404   in
        GET    /arenden/{reference}/hort-av-sig         in     200  200   404   200      200    200  200     404  404   in
        POST   /arenden/{reference}/hort-av-sig         in     done done  404   done     done   done done    404  404   in
        GET    /arenden/{reference}/kategori            in     200  200   404   200      200    404  404     404  404   in
        POST   /arenden/{reference}/kategori            in     400  400   404   400      400    400  400     404  404   in
        GET    /arenden/{reference}/lagar               in     200  200   404   200      200    200  404     404  404   in
        POST   /arenden/{reference}/lagar               in     done done  404   done     done   done 400     404  404   in
        GET    /arenden/{reference}/lamna-uppat         in     200  200   404   200      200    404  404     404  404   in
        POST   /arenden/{reference}/lamna-uppat         in     done done  404   done     done   400  400     404  404   in
        GET    /arenden/{reference}/lamna-vidare        in     200  200   404   200      200    404  404     404  404   in
        POST   /arenden/{reference}/lamna-vidare        in     done done  404   done     done   400  400     404  404   in
        GET    /arenden/{reference}/lost-direkt         in     200  200   404   200      200    404  404     404  404   in
        POST   /arenden/{reference}/lost-direkt         in     done done  404   done     done   400  400     404  404   in
        GET    /arenden/{reference}/redovisa            in     200  200   404   200      200    404  404     404  404   in
        POST   /arenden/{reference}/redovisa            in     done done  404   done     done   400  400     404  404   in
        GET    /arenden/{reference}/sekretess           in     200  200   404   200      200    200  404     404  404   in
        POST   /arenden/{reference}/sekretess           in     done done  404   done     done   done 400     404  404   in
        GET    /arenden/{reference}/sla-ihop            in     200  200   404   200      200    404  404     404  404   in
        POST   /arenden/{reference}/sla-ihop            in     400  400   404   400      400    400  400     404  404   in
        GET    /arenden/{reference}/stod                in     200  200   404   200      200    200  200     404  404   in
        POST   /arenden/{reference}/stod                in     done done  404   done     done   done done    404  404   in
        GET    /arenden/{reference}/synpunkter          in     404  404   200   404      404    404  404     404  404   in
        POST   /arenden/{reference}/synpunkter          in     400  400   done  400      400    400  400     404  404   in
        GET    /diarium                                 in     404  404   404   404      404    200  404     404  404   in
        POST   /diarium                                 in     405  405   405   405      405    405  405     405  405   in
        GET    /diarium/beskrivning                     in     404  404   404   404      404    200  404     404  404   in
        POST   /diarium/beskrivning                     in     405  405   405   405      405    405  405     405  405   in
        GET    /diarium/export.csv                      in     404  404   404   404      404    200  404     404  404   in
        POST   /diarium/export.csv                      in     405  405   405   405      405    405  405     405  405   in
        GET    /diarium/export.json                     in     404  404   404   404      404    200  404     404  404   in
        POST   /diarium/export.json                     in     405  405   405   405      405    405  405     405  405   in
        GET    /diarium/lista                           in     404  404   404   404      404    200  404     404  404   in
        POST   /diarium/lista                           in     405  405   405   405      405    405  405     405  405   in
        GET    /diarium/{reference}                     in     404  404   404   404      404    200  404     404  404   in
        POST   /diarium/{reference}                     in     404  404   404   404      404    done 404     404  404   in
        GET    /diarium/{reference}/avsluta             in     404  404   404   404      404    200  404     404  404   in
        POST   /diarium/{reference}/avsluta             in     404  404   404   404      404    done 404     404  404   in
        GET    /diarium/{reference}/undanta             in     404  404   404   404      404    200  404     404  404   in
        POST   /diarium/{reference}/undanta             in     404  404   404   404      404    done 404     404  404   in
        GET    /healthz                                 200    200  200   200   200      200    200  200     200  200   200
        GET    /readyz                                  200    200  200   200   200      200    200  200     200  200   200
        GET    /metrics                                 200    200  200   200   200      200    200  200     200  200   200
        GET    /openapi/v1.json                         200    200  200   200   200      200    200  200     200  200   200
        GET    /api/v1/cases                            401    200  200   200   200      200    200  200     200  200   200
        POST   /api/v1/cases                            401    201  201   201   201      201    201  201     400  400   201
        GET    /api/v1/cases/{reference}                401    200  200   404   200      200    200  200     404  404   200
        GET    /api/v1/categories                       401    200  200   200   200      200    200  200     200  200   200
        GET    /api/v1/people                           401    200  200   200   200      200    200  200     200  200   200
        GET    /api/v1/routines                         401    200  200   200   200      200    200  200     200  200   200
        GET    /api/v1/units                            401    200  200   200   200      200    200  200     200  200   200
        GET    /api/v1/cases/{reference}/attachments    401    200  200   404   200      200    200  200     404  404   200
        GET    /api/v1/cases/{reference}/attachments/{number:int} 401 200 200 404 200    200    200  200     404  404   400
        POST   /api/v1/cases/{reference}/letters/{number:int} 401 200 200   404   200    200    200  200     404  404   400
        GET    /api/v1/diary-desk                       401    404  404   404   404      404    200  404     404  404   404
        GET    /api/v1/diaries                          401    404  404   404   404      404    200  404     404  404   404
        GET    /api/v1/diaries/{code}                   401    404  404   404   404      404    200  404     404  404   404
        GET    /api/v1/routines/{name}                  401    200  200   200   200      200    200  200     200  200   200
        POST   /api/v1/routines                         401    404  404   404   404      404    404  404     404  400   404
        POST   /api/v1/routines/check                   401    404  404   404   404      404    404  404     404  400   404
        POST   /api/v1/routines/{name}/read             401    204  204   204   204      204    204  204     204  204   204
        GET    /api/v1/recurring                        401    200  200   200   200      200    200  200     200  200   200
        POST   /api/v1/recurring/done                   401    404  404   404   404      404    404  404     404  404   404
        POST   /api/v1/counted-views                    401    400  400   400   400      400    400  400     400  400   400
        POST   /api/v1/cases/{reference}/accept         401    400  400   404   200      200    400  400     404  404   400
        POST   /api/v1/cases/{reference}/close          401    200  200   404   200      200    400  400     404  404   400
        POST   /api/v1/cases/{reference}/contact        401    200  200   404   200      200    400  400     404  404   400
        POST   /api/v1/cases/{reference}/decline        401    200  400   404   200      200    400  400     404  404   400
        POST   /api/v1/cases/{reference}/delay-notice   401    200  200   404   200      200    400  400     404  404   400
        POST   /api/v1/cases/{reference}/feedback       401    200  200   404   200      200    400  400     404  404   400
        POST   /api/v1/cases/{reference}/handover       401    200  200   404   200      200    400  400     404  404   400
        POST   /api/v1/cases/{reference}/measure        401    200  200   404   200      200    400  400     404  404   400
        POST   /api/v1/cases/{reference}/note           401    200  200   404   200      200    200  200     404  404   200
        POST   /api/v1/cases/{reference}/reopen         401    200  200   404   200      200    400  400     404  404   400
        POST   /api/v1/cases/{reference}/reply          401    200  200   404   200      200    400  400     404  404   400
        POST   /api/v1/cases/{reference}/take           401    400  400   404   400      400    400  400     404  404   400
        POST   /api/v1/cases/{reference}/acknowledge    401    200  200   404   200      200    400  400     404  404   400
        POST   /api/v1/cases/{reference}/assign-diary-number 401    404  404   404   404      404    200  404     404  404   400
        POST   /api/v1/cases/{reference}/close-diary    401    404  404   404   404      404    200  404     404  404   400
        POST   /api/v1/cases/{reference}/exempt-from-diary 401    404  404   404   404      404    200  404     404  404   400
        POST   /api/v1/cases/{reference}/forward-to-registrar 401    400  400   404   400      400    400  400     404  404   400
        POST   /api/v1/cases/{reference}/ask            401    200  200   404   200      200    400  400     404  404   400
        POST   /api/v1/cases/{reference}/callback       401    200  200   404   200      200    400  400     404  404   400
        POST   /api/v1/cases/{reference}/categorise     401    400  400   404   400      400    400  400     404  404   400
        POST   /api/v1/cases/{reference}/change-kind    401    200  200   404   200      200    400  400     404  404   400
        POST   /api/v1/cases/{reference}/comment        401    400  400   404   400      400    400  400     404  404   400
        POST   /api/v1/cases/{reference}/consult        401    200  200   404   200      200    400  400     404  404   400
        POST   /api/v1/cases/{reference}/draft          401    200  200   404   200      200    400  400     404  404   400
        POST   /api/v1/cases/{reference}/escalate       401    200  200   404   200      200    400  400     404  404   400
        POST   /api/v1/cases/{reference}/add-point      401    200  200   404   200      200    400  400     404  404   400
        POST   /api/v1/cases/{reference}/remove-point   401    400  400   404   400      400    400  400     404  404   400
        POST   /api/v1/cases/{reference}/judge-point    401    200  200   404   200      200    400  400     404  404   400
        GET    /arenden/{reference}/bedom               in     200  200   404   200      200    404  404     404  404   in
        POST   /arenden/{reference}/bedom               in     400  400   404   400      400    400  400     404  404   in
        POST   /api/v1/cases/{reference}/finish-part    401    400  400   404   400      400    400  400     404  404   400
        POST   /api/v1/cases/{reference}/join           401    400  400   404   400      400    400  400     404  404   400
        POST   /api/v1/cases/{reference}/keep-callback  401    200  200   404   200      200    400  400     404  404   400
        POST   /api/v1/cases/{reference}/message        401    200  200   404   200      200    200  200     404  404   200
        POST   /api/v1/cases/{reference}/move-routine   401    400  400   404   400      400    400  400     404  404   400
        POST   /api/v1/cases/{reference}/part           401    200  200   404   200      200    400  400     404  404   400
        POST   /api/v1/cases/{reference}/refer          401    200  200   404   200      200    400  400     404  404   400
        POST   /api/v1/cases/{reference}/regime         401    200  200   404   200      200    200  400     404  404   400
        POST   /api/v1/cases/{reference}/report         401    200  200   404   200      200    400  400     404  404   400
        POST   /api/v1/cases/{reference}/secrecy        401    200  200   404   200      200    200  400     404  404   400
        POST   /api/v1/cases/{reference}/solve          401    200  200   404   200      200    400  400     404  404   400
        POST   /api/v1/cases/{reference}/support        401    200  200   404   200      200    200  200     404  404   200
        POST   /api/v1/cases/{reference}/where-to-turn  401    200  200   404   200      200    400  400     404  404   400
        """;

    /// <summary>Files of wwwroot that the build does not know, in a checkout only; a published Gåva has no such address.</summary>
    private const string AssetsOfACheckout = "{**path:file}";

    private const string Unknown = "2026-999999";

    /// <summary>The state that the case is in when the address is tried; without one it is newly received.</summary>
    internal static readonly Dictionary<string, string> States = new()
    {
        ["avsluta"] = "answered",
        ["close"] = "answered",
        ["brev"] = "answered",
        ["oppna-igen"] = "closed",
        ["reopen"] = "closed",
        ["ring-upp"] = "promised",
        ["keep-callback"] = "promised",
        ["sag-nej"] = "offered",
        ["ta-emot"] = "offered",
        ["accept"] = "offered",
        ["decline"] = "offered",
        ["bilaga"] = "with a file",
        ["attachments"] = "with a file",
        ["letters"] = "answered",
        ["utse"] = "protected",
        ["name-reader"] = "protected",
        ["del"] = "divided",
        ["synpunkter"] = "consulted",
        ["unmask"] = "masked",
    };

    internal static readonly (string, string)[] Answers =
    [
        ("Input.Text", "Vi gick igenom det."), ("Input.Why", "Det gäller en annan enhet."), ("Input.About", "investigation"), ("Input.Way", "phone"), ("Input.Reached", "yes"),
        ("Input.AlsoMask", "Ingen"), ("Input.Phone", "070-174 06 99"), ("Input.Purpose", "corrects"), ("Input.To", "traffpunkten"), ("Input.Notice", "phone"), ("Input.DueAt", "2026-04-28T10:00"), ("Input.NoMeasureBecause", "Ett missförstånd."),
        ("Input.Reason", "contact"), ("Input.Kind", "view"), ("text", "Ingen kom."), ("Input.Person", "peter"), ("Input.Satisfied", "yes"), ("Input.Matter", "other"),
        ("Input.With", "2026-888888"), ("Input.Subject", "organisation"), ("category", "amne/tid"), ("Input.Provision", "OSL 26 kap. 1 §"), ("Input.Regime", "lss"),
        ("Input.Reason", "contact"), ("Input.Kind", "view"), ("Input.PublicSubject", DiaryRoutine.Subject), ("text", "Ingen kom."),
    ];

    private static readonly (string, string)[] NewCase =
        [("Input.Text", "Ingen kom."), ("Input.Kind", "complaint"), ("Input.Channel", "phone"), ("Input.Unit", "socialpsykiatri"), ("Input.ReceivedAt", "2026-04-24T14:00"), ("Input.Reply", "none")];

    private const string NewCaseJson = """{"text":"Ingen kom.","kind":"complaint","channel":"phone","unit":"socialpsykiatri"}""";

    private const string Body = """
        {"text":"Vi gick igenom det.","why":"Det gäller en annan enhet.","about":"investigation","way":"phone","reached":true,"prevents":false,
        "unit":"traffpunkten","told":"phone","noMeasureBecause":"Ett missförstånd.","reason":"Vi väntar på en medarbetare.",
        "person":"","kind":"view","regime":"lss","provision":"OSL 26 kap. 1 §","to":"Kundtjänst","number":1,"dueAt":"2026-04-28T10:00","satisfied":true,
        "publicSubject":"Klagomål på verksamheten","with":"2026-900777","tree":"amne","categories":["tid"],"version":7}
        """;

    /// <summary>Where a word means another thing than elsewhere.</summary>
    internal static string BodyOf(string template) => template.Split('/')[^1] switch
    {
        "judge-point" => """{"number":1,"outcome":"justified","cause":"Vagnen är trasig."}""",
        "escalate" => """{"why":"Jag kan inte svara.","told":"phone"}""",
        "consult" => """{"person":"lena"}""",
        "read" => "{}",
        "verdict" => """{"inOrder":true}""",
        "emergency-opening" => """{"why":"Någon kan komma till skada, och ingen svarar."}""",
        "give-code" => """{"way":"readOut"}""",
        "name-reader" => """{"person":"fatima"}""",
        "mask" => """{"words":["Ingen"]}""",
        "unmask" => """{"words":["Ingen"],"why":"Det är ett vanligt ord."}""",
        "correct-details" => """{"phone":"070-174 06 99"}""",
        _ => Body,
    };

    internal static readonly string[] People = [.. Matrix.Split('\n')[0].Split(' ', StringSplitOptions.RemoveEmptyEntries).Skip(2)];

    internal static IReadOnlyDictionary<string, string[]> Rows { get; } = Matrix.Split('\n').Skip(1)
        .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToDictionary(cells => $"{cells[0]} {cells[1]}", cells => cells[2..]);

    public static TheoryData<string> Routes => [.. Rows.Keys];

    public static TheoryData<string> RoutesOfCases => [.. Rows.Keys.Where(r => r.Contains("{reference}", StringComparison.Ordinal))];

    [Fact]
    public void Every_address_is_in_the_matrix_and_the_matrix_has_no_other()
    {
        var known = RoutesCommand.Lines(work.App.Routes).Where(line => !line.Contains(AssetsOfACheckout, StringComparison.Ordinal)).Select(line => line.Split('\t')).Select(cells => $"{cells[0]} {cells[1]}").ToList();

        Assert.Equal(known.Order(StringComparer.Ordinal), Rows.Keys.Order(StringComparer.Ordinal));
    }

    [Theory, MemberData(nameof(Routes))]
    public async Task Everybody_gets_what_the_matrix_says(string route)
    {
        List<string> wrong = [];
        foreach (var (person, expected) in People.Zip(Rows[route]))
        {
            var answer = await AskAsync(route, person, await CaseForAsync(route));
            if (answer.Outcome != expected) wrong.Add($"{person}: {answer.Outcome}, not {expected} {(answer.Outcome == "400" ? answer.Body[..Math.Min(answer.Body.Length, 300)] : "")}");
        }

        Assert.Empty(wrong);
    }

    [Theory, MemberData(nameof(Routes))]
    public async Task What_is_not_for_somebody_answers_as_what_does_not_exist(string route)
    {
        if (!route.Contains("{reference}", StringComparison.Ordinal)) return;
        foreach (var (person, expected) in People.Zip(Rows[route]))
        {
            var missing = await AskAsync(route, person, Unknown);
            if (expected is "200" or "400" && !route.Contains("/brev", StringComparison.Ordinal)) Assert.True(missing.Outcome == "404", $"{person}: {missing.Outcome}");
            if (expected != "404") continue;
            var reference = await CaseForAsync(route);
            var forbidden = await AskAsync(route, person, reference);

            Assert.Equal(Plain(missing.Body, Unknown), Plain(forbidden.Body, reference));
            Assert.Equal(Plain(missing.Headers, Unknown), Plain(forbidden.Headers, reference));
        }
    }

    // R-SEC-03: Maria leads the unit, and somebody has said that it is about her
    [Theory, MemberData(nameof(RoutesOfCases))]
    public async Task The_one_whom_it_is_about_gets_what_does_not_exist_gives(string route)
    {
        var expected = Rows[route][Array.IndexOf(People, "maria")];
        var reference = await work.CaseOfAmal();
        await work.Do("amal", reference, "escalate", new { about = "ownPerson", concerned = "maria", why = "Det gäller chefen." });

        var (about, missing) = (await AskAsync(route, "maria", reference), await AskAsync(route, "maria", Unknown));

        // A method that the address does not have, and a link that only leads on, tell nothing of any case.
        Assert.Equal(expected is "405" || (route.StartsWith("GET /arenden/{reference}/", StringComparison.Ordinal) && route.Contains("/brev", StringComparison.Ordinal)) ? expected : "404", about.Outcome);
        Assert.Equal(Plain(missing.Body, Unknown), Plain(about.Body, reference));
        Assert.Equal(Plain(missing.Headers, Unknown), Plain(about.Headers, reference));
    }

    // V3.5.1: a form that did not come from our own page is not carried out
    [Theory, MemberData(nameof(Routes))]
    public async Task A_form_without_its_token_is_refused(string route)
    {
        if (!route.StartsWith("POST", StringComparison.Ordinal) || route.Contains("/api/", StringComparison.Ordinal)) return;
        // Nobody is signed in at the citizen's doors: a form from elsewhere does nothing that its sender could not (0021).
        if (route is "POST /lamna" or "POST /folj" or "POST /betyg/{token}") return;
        var reference = await CaseForAsync(route);
        var lines = await work.LinesOf(reference);
        foreach (var token in new[] { null, "", "fel" })
        {
            var answer = await AskAsync(route, "maria", reference, token);
            Assert.True(answer.Outcome is "400" or "405", $"{token}: {answer.Outcome}");
        }

        Assert.Equal(lines, await work.LinesOf(reference));
    }

    // V3.5.1, V8.2.1: a browser that is signed in opens nothing in the API
    [Fact]
    public async Task A_session_is_no_key()
    {
        var maria = await work.As("maria");
        var reference = await work.CaseOfAmal();
        foreach (var address in new[] { "/api/v1/cases", $"/api/v1/cases/{reference}", "/api/v1/people" })
        {
            Assert.Equal(HttpStatusCode.Unauthorized, (await maria.Http.GetAsync(address)).StatusCode);
        }

        Assert.Equal(HttpStatusCode.Unauthorized, (await maria.Http.PostAsync($"/api/v1/cases/{reference}/note", new StringContent(Body))).StatusCode);
    }

    private sealed record Answer(string Outcome, string Body, string Headers);

    private async Task<Answer> AskAsync(string route, string person, string reference, string? token = "own")
    {
        var (method, template) = (new HttpMethod(route.Split(' ')[0]), route.Split(' ')[1]);
        var number = template.Contains("/brev/", StringComparison.Ordinal) || template.Contains("/letters/", StringComparison.Ordinal) ? await LetterOfAsync(reference) : "1";
        var disclosure = template.Contains("{id:long}", StringComparison.Ordinal) ? await RequestAsync() : "";
        var plan = template.Contains("{plan:long}", StringComparison.Ordinal) ? await PlanAsync() : "";
        var report = template.Contains("{rapport:long}", StringComparison.Ordinal) || template.Contains("{report:long}", StringComparison.Ordinal) ? await ReportAsync() : "";
        var theme = template.Contains("{tema:long}", StringComparison.Ordinal) || template.Contains("{theme:long}", StringComparison.Ordinal) ? await ThemeAsync() : "";
        var address = template.Replace("{id:long}", disclosure, StringComparison.Ordinal).Replace("{plan:long}", plan, StringComparison.Ordinal).Replace("{rapport:long}", report, StringComparison.Ordinal).Replace("{report:long}", report, StringComparison.Ordinal).Replace("{format}", "pdf", StringComparison.Ordinal).Replace("{tema:long}", theme, StringComparison.Ordinal).Replace("{theme:long}", theme, StringComparison.Ordinal).Replace("{reference}", reference, StringComparison.Ordinal).Replace("{number:int}", number, StringComparison.Ordinal).Replace("{name}", "nacka-socialpsykiatri", StringComparison.Ordinal).Replace("{code}", "nacka-socialpsykiatri", StringComparison.Ordinal).Replace("{period}", template.StartsWith("/statistik", StringComparison.Ordinal) ? "2025" : "2026-T1", StringComparison.Ordinal)
            .Replace("{slug}", "social", StringComparison.Ordinal).Replace("{kind}", "form", StringComparison.Ordinal).Replace("{userName}", "peter", StringComparison.Ordinal).Replace("{day}", "2026-05-15", StringComparison.Ordinal)
            .Replace("{id:guid}", $"{Guid.Empty}", StringComparison.Ordinal).Replace("{line:long}", "1", StringComparison.Ordinal).Replace("{role:guid}", $"{Guid.Empty}", StringComparison.Ordinal);
        if (template.Contains("{token}", StringComparison.Ordinal)) address = address.Replace("{token}", await SurveyLinkAsync(), StringComparison.Ordinal);
        using var request = new HttpRequestMessage(method, address);
        using var handler = new HttpClientHandler { AllowAutoRedirect = false };
        var isApi = address.StartsWith("/api/", StringComparison.Ordinal);
        // Signing out ends the session, so that takes one of its own.
        var session = isApi || person is "nobody" or "key" ? null : template == "/logga-ut" && method == HttpMethod.Post ? await work.App.SignInAsync(person) : await work.As(person);
        if (session is not null) handler.CookieContainer = session.Cookies;
        if (isApi && person != "nobody" && person != "key") request.Headers.Authorization = (await work.KeyOf(person)).DefaultRequestHeaders.Authorization;
        if (person == "key") request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Gava.Operations.Demo.DemoMunicipality.ApiKey);
        using var client = new HttpClient(handler) { BaseAddress = new Uri(work.App.Url) };
        if (method == HttpMethod.Patch) request.Content = new StringContent("{}", Encoding.UTF8, "application/json");
        if (method == HttpMethod.Post)
        {
            request.Content = isApi ? new StringContent(template.EndsWith("/cases", StringComparison.Ordinal) ? NewCaseJson : BodyOf(template), Encoding.UTF8, "application/json")
                : await FormAsync(client, template, session, token, person);
        }

        using var answer = await client.SendAsync(request);
        var body = Encoding.Latin1.GetString(await answer.Content.ReadAsByteArrayAsync());
        var headers = string.Join('\n', answer.Headers.Concat(answer.Content.Headers).Where(h => h.Key is not ("Date" or "Set-Cookie")).OrderBy(h => h.Key, StringComparer.Ordinal)
            .Select(h => $"{h.Key}: {string.Join(", ", h.Value)}"));
        return new(Outcome(answer), body, headers);
    }

    private static string Outcome(HttpResponseMessage answer) => (int)answer.StatusCode switch
    {
        302 when answer.Headers.Location!.ToString().Contains("/logga-in", StringComparison.Ordinal) => "in",
        302 => "done",
        var status => $"{status}",
    };

    private static async Task<HttpContent> FormAsync(HttpClient client, string template, HtmlClient? session, string? token, string person)
    {
        List<KeyValuePair<string, string>> fields = [.. (template == "/arenden/nytt" ? NewCase : template.EndsWith("/kod", StringComparison.Ordinal) ? [("Input.Way", "readOut")] : Answers).Select(f => new KeyValuePair<string, string>(f.Item1, f.Item2)), new("username", $"fel-{person}")];
        if (token == "own")
        {
            using var page = await client.GetAsync(session is null ? "/logga-in" : "/logga-ut");
            var document = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(await page.Content.ReadAsStringAsync());
            token = document.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value");
        }

        if (token is not null) fields.Add(new("__RequestVerificationToken", token));
        return new FormUrlEncodedContent(fields);
    }

    private async Task<string> CaseForAsync(string route)
    {
        if (route.Contains("diar", StringComparison.Ordinal) && route.Contains("{reference}", StringComparison.Ordinal)) return await CaseForDiaryAsync(route);
        var state = route.Contains("{reference}", StringComparison.Ordinal) ? States.GetValueOrDefault(route.Split("{reference}")[1].Trim('/').Split('/')[0]) : null;
        if (state == "with a file") return await CaseWithFileAsync();
        var reference = state == "protected" ? await ProtectedCaseAsync() : await work.CaseOfAmal();
        if (state is "answered" or "closed") await work.Do("amal", reference, "reply", new { text = "Tack. Jag beklagar.", way = "letter" });
        if (state == "closed") await work.Do("amal", reference, "close", new { text = "Klart.", noMeasureBecause = "Ett missförstånd." });
        if (state == "offered") await work.Do("amal", reference, "handover", new { unit = "traffpunkten", told = "phone", text = "Det gäller er." });
        if (state == "divided") await work.Do("amal", reference, "part", new { unit = "traffpunkten", person = "karin", text = "Dörren." });
        if (state == "consulted") await work.Do("amal", reference, "consult", new { person = "johan" });
        if (state == "masked") await work.Do("amal", reference, "mask", new { words = new[] { "Ingen" } });
        if (state == "promised") await (await (await work.As("amal")).GetAsync($"/arenden/{reference}/lova-ringa")).SubmitAsync(("Input.DueAt", "2026-04-28T10:00"));
        return reference;
    }

    /// <summary>A case of a board with a diary, where of all these only Rut and the service see it.</summary>
    private async Task<string> CaseForDiaryAsync(string route)
    {
        await DiaryRoutine.ShipAsync(work.App.Services);
        var answer = await (await work.KeyOf("rut")).PostAsJsonAsync("/api/v1/cases", new { text = "Maten var kall.", kind = "complaint", channel = "phone", unit = "dagverksamheten-solsidan" });
        var reference = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("reference").GetString()!;
        if (route.EndsWith("avsluta", StringComparison.Ordinal) || route.EndsWith("close-diary", StringComparison.Ordinal)) await work.Do("rut", reference, "assign-diary-number", new { publicSubject = DiaryRoutine.Subject });
        return reference;
    }

    /// <summary>A request for public documents that Kerstin registered, with one document of a case of Amal's. Rut sees it from above.</summary>
    /// <summary>What stands in the link of an answered case's survey.</summary>
    private async Task<string> SurveyLinkAsync()
    {
        var reference = await work.CaseOfAmal();
        await work.Do("amal", reference, "reply", new { text = "Tack. Jag beklagar.", way = "letter" });
        return (await work.App.Services.GetRequiredService<CitizenDesk>().NewSurveyTokenAsync(long.Parse(reference.Split('-')[1], CultureInfo.InvariantCulture)))!;
    }

    /// <summary>A plan of Maria's at Boendestöd Centrum.</summary>
    private async Task<string> PlanAsync()
    {
        var organisation = await work.App.Services.GetRequiredService<OrganisationBook>().NowAsync();
        var maria = organisation.ViewerOf(organisation.Person("maria")!.Id, Gava.Domain.Deadlines.StockholmTime.Today(work.App.Clock));
        return $"{await work.App.Services.GetRequiredService<ImprovementDesk>().StartAsync(maria, "socialpsykiatri", "Komma i tid", "Vi kommer för sent.", null, [])}";
    }

    /// <summary>Two cases of Amal's that Maria has gathered.</summary>
    private async Task<string> ThemeAsync()
    {
        var organisation = await work.App.Services.GetRequiredService<OrganisationBook>().NowAsync();
        var maria = organisation.ViewerOf(organisation.Person("maria")!.Id, Gava.Domain.Deadlines.StockholmTime.Today(work.App.Clock));
        return $"{await work.App.Services.GetRequiredService<ThemeDesk>().StartAsync(maria, "Ingen kommer", [await work.CaseOfAmal(), await work.CaseOfAmal()], "maria")}";
    }

    /// <summary>A report that Maria compiles of Boendestöd Centrum.</summary>
    private async Task<string> ReportAsync()
    {
        var organisation = await work.App.Services.GetRequiredService<OrganisationBook>().NowAsync();
        var maria = organisation.ViewerOf(organisation.Person("maria")!.Id, Gava.Domain.Deadlines.StockholmTime.Today(work.App.Clock));
        return $"{await work.App.Services.GetRequiredService<CompilingDesk>().StartAsync(maria, "2026-T1", "socialpsykiatri", isAccumulated: false)}";
    }

    private async Task<string> RequestAsync()
    {
        var kerstin = await work.KeyOf("kerstin");
        var answer = await kerstin.PostAsJsonAsync("/api/v1/disclosures", new { channel = "email", wanted = "Allt om maten." });
        var id = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("id").GetRawText();
        var picked = await kerstin.PostAsJsonAsync($"/api/v1/disclosures/{id}/documents", new Dictionary<string, object> { ["case"] = await work.CaseOfAmal(), ["documents"] = new[] { "text" } });
        Assert.True(picked.IsSuccessStatusCode, await picked.Content.ReadAsStringAsync());
        return id;
    }

    private async Task<string> ProtectedCaseAsync()
    {
        var body = new { text = "Ingen kom.", kind = "complaint", channel = "phone", unit = "socialpsykiatri", complainant = new Dictionary<string, object> { ["name"] = "Elsa Exempel", ["protected"] = true } };
        var answer = await (await work.KeyOf("amal")).PostAsJsonAsync("/api/v1/cases", body);
        return JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("reference").GetString()!;
    }

    private async Task<string> CaseWithFileAsync()
    {
        var amal = await work.As("amal");
        var page = await amal.GetAsync("/arenden/nytt");
        using var form = new MultipartFormDataContent();
        foreach (var (name, value) in NewCase.Append(("submissionId", page.Value("submissionId")!)).Append(("__RequestVerificationToken", page.Value("__RequestVerificationToken")!))) form.Add(new StringContent(value), name);
        form.Add(new ByteArrayContent("ett foto"u8.ToArray()), "files", "foto.jpg");
        var answer = await amal.SendAsync(new HttpRequestMessage(HttpMethod.Post, "/arenden/nytt") { Content = form });
        return answer.Path.Split('/')[^1];
    }

    /// <summary>The number of the journal line that can be printed; some other where there is none.</summary>
    private async Task<string> LetterOfAsync(string reference)
    {
        var number = long.Parse(reference.Split('-')[1], CultureInfo.InvariantCulture);
        await using var database = work.App.Database();
        return $"{await database.Journal.Where(line => line.CaseId == number && line.Kind == EventKind.Replied).Select(line => (int?)line.Number).FirstOrDefaultAsync() ?? 4}";
    }

    private static string Plain(string answer, string reference) => answer.Replace(reference, "REF", StringComparison.Ordinal);
}
