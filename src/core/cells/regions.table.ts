import type { RegionId } from "./regions";

/**
 * UN M49 with what the trade settled (A016, A055): Western Asia without the Caucasus and Cyprus, with Iran and Egypt, is the Middle
 * East; CIS is Russia, Belarus, Moldova, the Caucasus and Central Asia.
 */
export default (): Readonly<Record<RegionId, string>> => ({
  north_america: "BM CA GL PM US",
  southeast_asia: "BN ID KH LA MM MY PH SG TH TL VN",
  middle_east: "AE BH EG IL IQ IR JO KW LB OM PS QA SA SY TR YE",
  europe:
    "AD AL AT AX BA BE BG CH CY CZ DE DK EE ES FI FO FR GB GG GI GR HR HU IE IM IS IT JE LI LT LU LV MC ME MK MT NL NO PL PT RO " +
    "RS SE SI SJ SK SM UA VA XK",
  africa:
    "AO BF BI BJ BW CD CF CG CI CM CV DJ DZ EH ER ET GA GH GM GN GQ GW IO KE KM LR LS LY MA MG ML MR MU MW MZ NA NE NG RE RW SC " +
    "SD SH SL SN SO SS ST SZ TD TF TG TN TZ UG YT ZA ZM ZW",
  latin_america:
    "AG AI AR AW BB BL BO BQ BR BS BV BZ CL CO CR CU CW DM DO EC FK GD GF GP GS GT GY HN HT JM KN KY LC MF MQ MS MX NI PA PE PR " +
    "PY SR SV SX TC TT UY VC VE VG VI",
  south_asia: "AF BD BT IN LK MV NP PK",
  east_asia: "CN HK JP KP KR MN MO TW",
  cis: "AM AZ BY GE KG KZ MD RU TJ TM UZ",
  oceania: "AS AU CC CK CX FJ FM GU HM KI MH MP NC NF NR NU NZ PF PG PN PW SB TK TO TV UM VU WF WS",
});
