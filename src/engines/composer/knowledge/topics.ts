import { algorithms } from './algorithms.ts';
import { data } from './data.ts';
import { earth } from './earth.ts';
import { everyday } from './everyday.ts';
import type { Known } from './known.ts';
import { human } from './human.ts';
import { languageModels } from './language-models.ts';
import { languageModelUse } from './language-model-use.ts';
import { languages } from './languages.ts';
import { learning } from './learning.ts';
import { lifeScience } from './life-science.ts';
import { morePeople } from './more-people.ts';
import { people } from './people.ts';
import { physics } from './physics.ts';
import { places } from './places.ts';
import { programming } from './programming.ts';
import { securityAndNetwork } from './security-and-network.ts';
import { society } from './society.ts';
import { systems } from './systems.ts';
import { technology } from './technology.ts';
import { warsAndIdeas } from './wars-and-ideas.ts';
import { web } from './web.ts';
import { workshop } from './workshop.ts';

/** All topics that the composer knows something of. */
export const topics: readonly Known[] = [
  ...languageModels,
  ...languageModelUse,
  ...web,
  ...securityAndNetwork,
  ...systems,
  ...workshop,
  ...data,
  ...languages,
  ...programming,
  ...algorithms,
  ...learning,
  ...lifeScience,
  ...physics,
  ...earth,
  ...society,
  ...warsAndIdeas,
  ...everyday,
  ...people,
  ...morePeople,
  ...technology,
  ...human,
  ...places,
];
