/** What the server says, by noun: names for the types that scripts/page_types.py writes from its OpenAPI document. */
import type { components } from './schema';

type Said = components['schemas'];

export type Reading = Said['Reading'];
export type Phrase = Said['Phrase'];
export type Diagnostic = Said['Diagnostic'];
export type Layer = Phrase['layer'];
export type Severity = Diagnostic['severity'];

export type Scene = Said['Scene'];
export type Subject = Said['Object'] | Said['Person'] | Said['Animal'];
export type Surface = Said['Surface'];
export type Colour = Said['Colour'];
export type Light = Said['Light'];
export type Camera = Said['Camera'];
export type Film = Said['Film'];
export type Environment = Said['Environment'];
export type Layout = Said['Layout'];
export type Place = Said['Place'];

export type Flat = Said['Flat'];
export type Job = Said['Job'];
export type Problem = Partial<Said['Problem']> & { message: string };
export type Picture = Said['Picture'];
export type Detail = Said['Detail'];
export type Recipe = Said['Recipe'];
export type Tree = Said['Tree'];
export type Board = Said['Board'];
export type SavedPrompt = Said['Saved'];
export type Engine = Said['Able'];
export type Facets = Said['Facets'];
export type Found = Said['Found'];
export type Sent = Said['Sent'];
export type Model = Said['Shown'];
export type Cost = Said['Cost'];
export type Form = Said['Form'];

export interface Change { path: string; value: unknown }
export type Difference = Said['Line'];
export type Refinement = Said['Refined'];
export type Variation = Said['Variation'];
export type Session = Said['Session'];
