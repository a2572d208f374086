import type { Guide } from './guide.ts';

/** Guides for the kitchen, the house and the garden. */
export const guidesForHome: readonly Guide[] = [
  {
    clues: 'boil egg,cook egg,make egg boiled',
    steps: `Bring water to the boil :: Enough to cover the eggs by a finger’s breadth.
Prick the blunt end :: A small hole can keep the shell from cracking.
Lower the eggs in :: With a spoon, straight from the refrigerator.
Start the clock :: Six minutes for soft, eight for waxy, ten for hard, at medium size.
Turn the heat down :: The water should simmer and not rage.
Cool them :: A minute under cold water stops the cooking and loosens the shell.
Peel from the blunt end :: There the air bubble gives you a start.`,
  },
  {
    clues: 'cook rice,make rice',
    steps: `Measure :: One cup of long-grain rice to about one and a half cups of water.
Rinse :: Until the water runs nearly clear, which keeps the grains apart.
Bring to the boil :: Rice, water and a pinch of salt, in a pot with a lid.
Turn it low :: Cover and simmer for about twelve minutes, without lifting the lid.
Let it rest :: Ten minutes off the heat, still covered.
Fluff :: With a fork, from the edge to the middle.`,
  },
  {
    clues: 'make pancake,cook pancake,bake pancake',
    steps: `Whisk the batter :: 200 g of flour, 2 eggs, 300 ml of milk, a pinch of salt.
Let it rest :: Fifteen minutes make it smoother.
Heat the pan :: Medium heat, with a little butter.
Pour and turn :: A ladle of batter, tilted until it covers the bottom.
Wait for the edge :: When it is dry and golden, turn it over.
Finish :: Half a minute on the second side.
Keep warm :: Stack them in the oven at 80 °C.`,
  },
  {
    clues: 'make coffee,brew coffee,pour coffee',
    steps: `Weigh the beans :: 30 g for half a litre.
Grind them fresh :: Medium, like coarse sand.
Heat the water :: To about 94 °C, which is half a minute off the boil.
Rinse the filter :: It warms the cup and takes the taste of paper away.
Let it bloom :: Pour twice the weight of the coffee in water and wait for 30 seconds.
Pour in circles :: In three rounds, until the water is used up.
Mind the time :: After three to four minutes all of it should be through; grind finer if it runs faster.`,
  },
  {
    clues: 'make tea,brew tea',
    steps: `Boil fresh water :: For green tea let it cool to 70 or 80 °C.
Warm the pot :: A little hot water, poured away again.
Measure :: A teaspoon of leaves, about two grams, for each cup.
Pour :: Over the loose leaves, so that they can move.
Wait :: Two minutes for green tea, three to five for black.
Take the leaves out :: Longer steeping makes it bitter.`,
  },
  {
    clues: 'bake sourdough,make sourdough,bake bread,make bread',
    steps: `Feed the starter :: Six to eight hours before, with equal weights of flour and water; it is ready when it has doubled.
Mix :: 500 g of flour, 350 g of water and 100 g of starter; after half an hour add 10 g of salt.
Fold :: Stretch the dough and fold it over from four sides, four times in two hours.
Let it rise :: At room temperature until it has grown by about half, four to six hours in all.
Shape :: Tighten the surface on the table and put the loaf into a floured basket.
Rest it cold :: Overnight in the refrigerator.
Heat the oven :: 240 °C, with a lidded pot inside, for 45 minutes.
Bake :: 20 minutes covered, then 25 minutes without the lid at 220 °C.
Wait :: An hour on a rack before the first slice.`,
  },
  {
    clues: 'cook pasta,make pasta,cook spaghetti',
    steps: `Use plenty of water :: A litre for every 100 g.
Salt it :: About 10 g a litre, once it boils.
Add the pasta :: And stir during the first minute.
Taste early :: Two minutes before the time on the packet.
Keep a cup of the water :: Its starch binds the sauce.
Finish in the pan :: The last minute together with the sauce.`,
  },
  {
    clues:
      'change bicycle,change bike,fix flat bicycle,repair bicycle,fix bike,repair puncture,patch tube,change tube,bicycle tyre,bicycle tire,bike tire,bike tyre',
    steps: `Take the wheel out :: Open the brake and the quick release or the nuts; at the back, shift to the smallest sprocket first.
Let the air out :: All of it, and push the bead of the tyre into the middle of the rim.
Lever one side off :: Two tyre levers, a hand’s breadth apart, opposite the valve.
Pull out the tube :: Beginning opposite the valve.
Find the cause :: Run your fingers carefully along the inside of the tyre for glass or thorns.
Put in the new tube :: Slightly inflated, valve first, without twists.
Push the tyre back :: With your thumbs, ending at the valve.
Check and pump :: No tube may be caught under the bead; inflate to the pressure on the sidewall.
Refit the wheel :: Tighten it, close the brake, and spin it once.`,
  },
  {
    clues: 'change tire,change tyre,flat tire,flat tyre',
    steps: `Stop safely :: Level ground, hazard lights, handbrake, warning triangle.
Loosen the nuts :: Half a turn each, while the wheel still stands on the ground.
Place the jack :: At the point that the manual shows.
Lift :: Until the tyre is clear of the ground; never reach under the car.
Swap the wheels :: Nuts off, wheel off, spare on.
Tighten crosswise :: By hand first, then lower the car and tighten firmly.
Check soon :: Tighten again after 50 kilometres, and mind the speed limit of a small spare.`,
  },
  {
    clues: 'tie tie,knot tie',
    steps: `Hang it round your neck :: The wide end on the right, about a hand’s breadth below the belt.
Cross :: The wide end over the narrow one.
Go behind :: Pass the wide end under the narrow one to the right.
Cross again :: Over the front to the left.
Up through the loop :: From below, at the neck.
Down through the knot :: Slip the wide end behind the front layer.
Tighten :: Hold the narrow end and slide the knot up; the tip should touch the belt.`,
  },
  {
    clues: 'grow tomato,plant tomato,grow vegetable,start garden,plant garden,grow herb',
    steps: `Choose the place :: At least six hours of sun, and shelter from rain for tomatoes.
Sow indoors :: Six to eight weeks before the last frost, at about 20 °C.
Pot on :: When the second pair of leaves appears, one plant to a pot.
Harden off :: A few hours outside each day for a week.
Plant out :: After the last frost, deep, and half a metre apart.
Support them :: A stake for every plant.
Water the soil :: Regularly and in the morning, never over the leaves.
Pinch out :: Remove side shoots from tall varieties.
Feed and harvest :: Fertiliser every two weeks once the first fruits have set.`,
  },
  {
    clues: 'remove stain,clean stain,get stain',
    steps: `Act at once :: Fresh stains are half gone already.
Blot :: Press with a clean cloth; rubbing drives the stain in.
Know the enemy :: Blood and milk want cold water, grease wants dish soap, coffee and wine want sparkling water.
Test a hidden spot :: Some fabrics lose their colour.
Work from the edge inwards :: So that no ring remains.
Rinse :: Until no soap is left.
Wash, then look :: Tumble drying fixes whatever is still there.`,
  },
  {
    clues: 'unclog drain,unblock drain,unclog sink,unblock sink,clear drain,unclog toilet',
    steps: `Bail out the water :: So that you can see what happens.
Try hot water :: A few litres, not boiling if the pipes are of plastic.
Use the plunger :: Stop the overflow with a wet cloth and push a dozen times.
Open the trap :: Bucket underneath, unscrew, clean, screw back.
Feed in a drain snake :: Turn it as it goes.
Leave chemicals alone :: They harm pipes and hands, and seldom do more than a plunger.
Prevent it :: A strainer in the drain, and no grease in the sink.`,
  },
  {
    clues: 'paint wall,paint room',
    steps: `Clear and cover :: Furniture to the middle, foil over it, tape along the edges.
Prepare :: Fill holes, sand them, brush the dust away.
Prime where needed :: Fresh plaster and stains drink paint.
Cut in :: Paint corners and edges with a brush first.
Roll :: In strips, from top to bottom and across, always into the wet edge.
Let it dry :: Four to six hours, then a second coat.
Remove the tape :: While the paint is still a little damp.`,
  },
];
