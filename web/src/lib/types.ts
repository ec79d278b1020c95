/** What the server says, by noun. The scene mirrors `diorama.scene`; a test holds both together through the OpenAPI document. */
export type Layer = 'subject' | 'environment' | 'lighting' | 'camera' | 'film' | 'none';
export type Severity = 'error' | 'warning' | 'note' | 'help';

export interface Phrase { start: number; end: number; text: string; layer: Layer; effect: string[]; status: 'applied' | 'stand-in' | 'assumed' | 'not_understood' | 'no_effect' }
export interface Diagnostic { severity: Severity; code: string; span: [number, number] | null; message: string; help: string | null }
export interface Reading { prompt: string; scene: Scene; phrases: Phrase[]; diagnostics: Diagnostic[]; genre: string; layers: Layer[] }

export interface Colour { name: string; hex: string }
export interface Surface { colours: Colour[]; material: string | null; pattern: string | null; finish: string[] }
export interface Subject {
  id: string; noun: string; thing: string; count: number; surface: Surface; shape: string | null;
  size: { scale: number; height: number; width: number; depth: number };
  states: string[]; attributes: string[]; labels: { text: string; style: string; colour: Colour | null }[]; parts: { name: string; surface: Surface }[]; implied: boolean;
}
export interface Relation { subject: string; kind: string; objects: string[] }
export interface Light {
  id: string; source: string; role: string; azimuth: number; elevation: number; quality: string; kelvin: number | null;
  colour: Colour | null; strength: number; subject: string | null;
}
export interface Camera {
  focal_length: number; f_number: number; framing: string; angle: string; azimuth: number; roll: number; focus: string | null;
  deep_focus: boolean; aspect: [number, number]; composition: string; fisheye: boolean; tilt_shift: boolean; motion_blur: boolean;
}
export interface Film {
  stock: string; grain: number; monochrome: boolean; sepia: boolean; saturation: number; contrast: number; warmth: number;
  exposure: number; halation: number; vignette: number; fade: number;
}
export interface Place { x: number; y: number; z: number; yaw: number; host: string | null }
export interface Layout {
  places: Record<string, Place>;
  viewpoint: { eye: number[]; target: number[]; shift_x: number; shift_y: number } | null;
  spread: { radius: number; reach: number; wall: number | null; centre: number[]; lit: number } | null;
  exposure: number | null; white_balance: number | null;
}
export interface Environment {
  setting: string; words: string; ground: Surface; ground_shape: string; backdrop: Surface; features: string[]; weather: string; haze: number;
  wetness: number; season: string | null;
}
export interface Scene {
  version: number; subjects: Subject[]; relations: Relation[]; environment: Environment;
  lighting: { time: string; hour: number; lights: Light[]; mood: string; shadow: string; kelvin: number | null };
  camera: Camera; film: Film; layout: Layout | null;
}

export type JobState = 'queued' | 'running' | 'done' | 'failed' | 'cancelled';
export interface Problem { message: string; type?: string; param?: string | null; code?: string | null; hint?: string | null }
export interface Job {
  id: string; state: JobState; position: number | null; progress: number; stage: string; text: string; preview: number | null;
  picture: string | null; error: Problem | null; prompt: string; created: string; seed: number; width: number; height: number; quality: string;
  engine: string; parent: string | null;
}
export interface Picture {
  id: string; parent: string | null; edit: unknown; created: string; prompt: string; engine: string; seed: number; seconds: number;
  width: number; height: number; format: string; size: number; starred: boolean; note: string; boards: string[]; trashed: string | null;
}
export interface Detail extends Picture { scene: Scene; recipe: Recipe; reading: Reading | null; children: Picture[]; passes: string[] }
export interface Tree { picture: Picture; children: Tree[] }
export interface Change { path: string; value: unknown }
export interface Difference { path: string; layer: Layer; before: unknown; after: unknown; text: string }
export interface Refinement { scene: Scene; edit: unknown; diff: Difference[]; phrases: Phrase[]; diagnostics: Diagnostic[] }
export interface Board { id: string; name: string; count: number }
export interface SavedPrompt { id: string; name: string; prompt: string }
export interface Recipe { prompt: string; scene: Scene; engine: string; width: number; height: number; quality: string; seed: number }
/** What was found inside a picture: our own recipe, or what other studios wrote. */
export interface Found { width: number; height: number; format: string; recipe: Recipe | null; prompt: string | null; tool: string | null; other: Record<string, unknown> }
export interface Variation { scene: Scene; edit: unknown; text?: string }
export interface Engine { name: string; title: string; needs: string[]; speaks: string[]; costs: boolean }
