/** Countries, their capitals, and something that is true of each country. */
export const capitals: readonly (readonly string[])[] = `
France|Paris|lies in the west of Europe|bread, cheese and the Eiffel Tower
Germany|Berlin|lies in the middle of Europe|forests, castles and many kinds of bread
Italy|Rome|has the shape of a boot|pasta, old ruins and beautiful churches
Spain|Madrid|lies in the south-west of Europe|warm summers, music and dancing
Portugal|Lisbon|lies at the edge of the Atlantic|its sailors, its tiles and its sad songs
England|London|is a part of the United Kingdom|tea, gardens and old stories
Ireland|Dublin|is a green island in the Atlantic|its music and its rain
Austria|Vienna|lies in the Alps|mountains, music and cakes
Switzerland|Bern|lies in the Alps|cheese, clocks and high mountains
Poland|Warsaw|lies between Germany and Ukraine|its forests and its soups
Greece|Athens|lies in the south-east of Europe|islands, olives and old temples
Norway|Oslo|lies in the north of Europe|fjords, snow and long summer nights
Sweden|Stockholm|lies in the north of Europe|its forests, its lakes and its red wooden houses
Finland|Helsinki|lies in the north of Europe|thousands of lakes and the sauna
Denmark|Copenhagen|lies between two seas|its coasts, its bicycles and its fairy tales
Hungary|Budapest|lies on the Danube|hot springs and spicy soups
Japan|Tokyo|is a chain of islands in Asia|mountains, fast trains and cherry blossoms
China|Beijing|is one of the largest countries of Asia|the Great Wall, tea and silk
India|New Delhi|lies in the south of Asia|spices, elephants and colourful festivals
Russia|Moscow|is the largest country of the world|cold winters and long railways
Egypt|Cairo|lies in the north-east of Africa|the pyramids and the Nile
Kenya|Nairobi|lies in the east of Africa|lions, elephants and wide plains
Canada|Ottawa|lies in the north of America|its forests, its lakes and its bears
Mexico|Mexico City|lies south of the United States|corn, chocolate and old pyramids
Brazil|Brasília|is the largest country of South America|the Amazon, music and football
Argentina|Buenos Aires|lies in the south of South America|wide plains and the tango
Peru|Lima|lies in the west of South America|high mountains, llamas and old cities
Australia|Canberra|is a country and a continent|kangaroos, deserts and beaches
New Zealand|Wellington|lies in the south of the Pacific|sheep, mountains and birds that cannot fly
the United States|Washington, D.C.|lies in North America|large cities, wide plains and high mountains
Turkey|Ankara|lies between Europe and Asia|sweet tea, carpets and old cities
the Netherlands|Amsterdam|lies by the North Sea|tulips, windmills and bicycles
Belgium|Brussels|lies between France and the Netherlands|chocolate and old towns
Iceland|Reykjavík|is an island in the north|volcanoes, hot springs and ponies
Vietnam|Hanoi|lies in the south-east of Asia|rice fields and noodle soup
Thailand|Bangkok|lies in the south-east of Asia|temples, beaches and spicy food
Morocco|Rabat|lies in the north-west of Africa|markets, deserts and mint tea
Ukraine|Kyiv|lies in the east of Europe|wide fields of wheat and sunflowers
Croatia|Zagreb|lies by the Adriatic Sea|its islands and its clear water
Cuba|Havana|is an island in the Caribbean|music, old cars and sugar
`
  .trim()
  .split('\n')
  .map((line) => line.split('|'));
