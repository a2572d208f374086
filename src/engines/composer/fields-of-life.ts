import type { Field } from './field.ts';

/** The words of the fields of everyday life. */
export const fieldsOfLife: readonly Field[] = [
  {
    name: 'cooking',
    domain: 'the kitchen',
    clues:
      'cook cooking bake baking recipe recipes bread sourdough dough flour oven pan soup sauce pasta pizza cake cakes cookie cookies rice egg eggs meat chicken fish vegetable vegetables salad spice spices salt sugar butter coffee tea espresso breakfast lunch dinner meal meals dish dishes kitchen chef curry stew grill roast chocolate cheese wine beer ferment pancake pancakes omelette risotto',
    person: [
      'a cook who makes it every week',
      'whoever taught you to taste',
      'a baker at the market',
      'a guest with an honest palate',
    ],
    people: ['home cooks', 'people who cook for a crowd', 'beginners at the stove', 'patient bakers'],
    tool: ['a kitchen scale', 'a heavy pan', 'a thermometer', 'a timer within earshot'],
    source: [
      'a cookbook that gives weights',
      'a recipe with a photograph of each stage',
      'the notes in your own kitchen notebook',
      'two recipes laid side by side',
    ],
    trial: ['a half batch', 'a single portion', 'a test piece', 'a quiet evening with no guests'],
    measure: [
      'the colour, the smell and the sound',
      'a spoonful tasted halfway',
      'a weight written down',
      'the temperature in the middle',
    ],
    mistake: [
      'heat that is turned up too early',
      'an ingredient straight from the fridge',
      'salt added only at the end',
      'a lid lifted too often',
    ],
    result: [
      'a plate that goes back empty',
      'a crust or a sauce you would make again',
      'a flavour with a beginning and an end',
      'a recipe in your own words',
    ],
    aspect: [
      'the ingredients',
      'the heat',
      'the resting time',
      'the seasoning',
      'the texture',
      'the order of the steps',
    ],
  },
  {
    name: 'travel',
    domain: 'travel',
    clues:
      'travel trip trips visit visiting vacation holiday holidays tourist tourism flight flights hotel hotels hostel itinerary city cities country countries island beach mountain mountains hike hiking backpack passport visa luggage train trains airport museum museums paris london rome tokyo kyoto berlin lisbon barcelona japan italy france spain iceland weekend sightseeing road',
    person: [
      'somebody who lives there',
      'a traveller who has just come back',
      'the person at the hotel desk',
      'a friend who packs light',
    ],
    people: [
      'first-time visitors',
      'slow travellers',
      'families on the road',
      'people with a single free day',
    ],
    tool: ['a map with your own pins', 'a small phrasebook', 'an offline timetable', 'a packing list'],
    source: [
      'the pages of the local tourist office',
      'a guidebook of this year',
      'the official timetable',
      'the notes of somebody who lives there',
    ],
    trial: ['a day trip', 'a first weekend', 'one neighbourhood on foot', 'a short walk without a plan'],
    measure: [
      'the hours spent outside vehicles',
      'a budget per day',
      'the number of things you would repeat',
      'the way you feel on the third evening',
    ],
    mistake: [
      'a day with five sights',
      'a connection without slack',
      'a closing day that nobody checked',
      'a suitcase packed for every case',
    ],
    result: [
      'a day you remember without photographs',
      'a plan with room in it',
      'a place you could find again',
      'a good story told at home',
    ],
    aspect: ['the season', 'the way there', 'the budget', 'the food', 'the quiet hours', 'the local habits'],
  },
  {
    name: 'health',
    domain: 'health',
    clues:
      'health healthy sleep sleeping exercise exercises fitness diet nutrition vitamin vitamins weight muscle muscles run running marathon yoga meditation stress anxiety headache pain doctor medicine medical disease heart blood protein calories gym workout stretching posture breathing tired insomnia',
    person: [
      'a doctor or pharmacist',
      'a good coach',
      'a person who knows your history',
      'a training partner',
    ],
    people: [
      'beginners',
      'busy people',
      'patients and those who care for them',
      'people who have tried three times',
    ],
    tool: ['a simple diary', 'a calendar', 'a pair of comfortable shoes', 'a reminder at a fixed hour'],
    source: [
      'a leaflet from your health insurer',
      'a public health service',
      'a guideline rather than a headline',
      'a handbook reviewed by doctors',
    ],
    trial: ['two quiet weeks', 'ten minutes a day', 'one changed habit', 'the gentlest version'],
    measure: [
      'how you feel in the morning',
      'a note each evening',
      'a trend over weeks rather than days',
      'one number that your doctor agrees with',
    ],
    mistake: [
      'too much in the first week',
      'advice meant for somebody else',
      'a symptom explained away',
      'a plan without rest in it',
    ],
    result: [
      'a habit that survives a bad week',
      'steadier days',
      'a routine you no longer think about',
      'a conversation with a professional that starts well prepared',
    ],
    aspect: [
      'rest',
      'the daily routine',
      'the load',
      'the signals of the body',
      'the surroundings',
      'the pace',
    ],
  },
  {
    name: 'nature',
    domain: 'nature',
    clues:
      'garden gardening tomato tomatoes flower flowers tree trees soil seed seeds compost dog dogs cat cats pet pets puppy kitten bird birds bee bees fish aquarium forest river lake houseplant houseplants lawn rose roses horse horses',
    person: [
      'a neighbour with a good garden',
      'an experienced keeper',
      'a vet or a nursery gardener',
      'someone who watches patiently',
    ],
    people: ['gardeners', 'keepers of animals', 'patient observers', 'families'],
    tool: [
      'a watering can and a notebook',
      'a calendar of the seasons',
      'a pair of sharp shears',
      'a quiet corner to watch from',
    ],
    source: ['a local nursery', 'a handbook for your climate', 'an association of keepers', 'a field guide'],
    trial: ['one pot before a whole bed', 'a single season', 'a small corner', 'a week of watching'],
    measure: [
      'new growth',
      'appetite and behaviour',
      'a photograph each Sunday',
      'the state of the soil or the coat',
    ],
    mistake: [
      'too much water and too much love',
      'a change made too fast',
      'advice for another climate',
      'a sign noticed too late',
    ],
    result: [
      'healthy growth',
      'a calm animal or a full bed',
      'a season with a harvest',
      'a routine that suits both of you',
    ],
    aspect: ['the light', 'the water', 'the food', 'the season', 'the space', 'the signs of trouble'],
  },
];
