/** Countries and their capitals. */
export const capitals: ReadonlyMap<string, string> = new Map(
  `Afghanistan Kabul|Albania Tirana|Algeria Algiers|Angola Luanda|Argentina Buenos Aires|Armenia Yerevan|Australia Canberra|Austria Vienna|Azerbaijan Baku|Bangladesh Dhaka|Belarus Minsk|Belgium Brussels|Bolivia Sucre|Botswana Gaborone|Brazil Brasília|Bulgaria Sofia|Cambodia Phnom Penh|Cameroon Yaoundé|Canada Ottawa|Chile Santiago|China Beijing|Colombia Bogotá|Croatia Zagreb|Cuba Havana|Cyprus Nicosia|Czechia Prague|Denmark Copenhagen|Ecuador Quito|Egypt Cairo|Estonia Tallinn|Ethiopia Addis Ababa|Fiji Suva|Finland Helsinki|France Paris|Georgia Tbilisi|Germany Berlin|Ghana Accra|Greece Athens|Guatemala Guatemala City|Haiti Port-au-Prince|Honduras Tegucigalpa|Hungary Budapest|Iceland Reykjavík|India New Delhi|Indonesia Jakarta|Iran Tehran|Iraq Baghdad|Ireland Dublin|Italy Rome|Jamaica Kingston|Japan Tokyo|Jordan Amman|Kazakhstan Astana|Kenya Nairobi|Kuwait Kuwait City|Laos Vientiane|Latvia Riga|Lebanon Beirut|Libya Tripoli|Lithuania Vilnius|Luxembourg Luxembourg|Madagascar Antananarivo|Malaysia Kuala Lumpur|Mali Bamako|Malta Valletta|Mexico Mexico City|Moldova Chișinău|Mongolia Ulaanbaatar|Montenegro Podgorica|Morocco Rabat|Mozambique Maputo|Namibia Windhoek|Nepal Kathmandu|Netherlands Amsterdam|Nicaragua Managua|Nigeria Abuja|Norway Oslo|Oman Muscat|Pakistan Islamabad|Panama Panama City|Paraguay Asunción|Peru Lima|Philippines Manila|Poland Warsaw|Portugal Lisbon|Qatar Doha|Romania Bucharest|Russia Moscow|Rwanda Kigali|Senegal Dakar|Serbia Belgrade|Singapore Singapore|Slovakia Bratislava|Slovenia Ljubljana|Somalia Mogadishu|Spain Madrid|Sudan Khartoum|Sweden Stockholm|Switzerland Bern|Syria Damascus|Tanzania Dodoma|Thailand Bangkok|Tunisia Tunis|Turkey Ankara|Uganda Kampala|Ukraine Kyiv|Uruguay Montevideo|Uzbekistan Tashkent|Venezuela Caracas|Vietnam Hanoi|Yemen Sana’a|Zambia Lusaka|Zimbabwe Harare`
    .split('|')
    .map((pair): [string, string] => [pair.slice(0, pair.indexOf(' ')), pair.slice(pair.indexOf(' ') + 1)])
    .concat([
      ['New Zealand', 'Wellington'],
      ['Saudi Arabia', 'Riyadh'],
      ['South Africa', 'Pretoria'],
      ['South Korea', 'Seoul'],
      ['North Korea', 'Pyongyang'],
      ['Sri Lanka', 'Sri Jayawardenepura Kotte'],
      ['Costa Rica', 'San José'],
      ['Dominican Republic', 'Santo Domingo'],
      ['El Salvador', 'San Salvador'],
      ['Papua New Guinea', 'Port Moresby'],
      ['United Kingdom', 'London'],
      ['Great Britain', 'London'],
      ['England', 'London'],
      ['Scotland', 'Edinburgh'],
      ['Wales', 'Cardiff'],
      ['United States', 'Washington, D.C.'],
      ['USA', 'Washington, D.C.'],
      ['UK', 'London'],
    ]),
);
