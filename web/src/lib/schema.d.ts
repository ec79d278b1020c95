// OpenAPI 343ecd1a90a934e0a53547a3b6e1fd4013a59e6b8958a843b8581a31fe0dd85f
// Written by scripts/page_types.py from the server's OpenAPI document; not by hand.
export interface components {
    schemas: {
        Able: {
            name: string;
            version: string;
            title: string;
            licence: string;
            /** @default [] */
            needs: ("key" | "gpu" | "weights" | "network")[];
            needs_key: string | null;
            key_env: string | null;
            /**
             * @default [
             *       "prompt"
             *     ]
             */
            speaks: ("scene" | "prompt" | "picture")[];
            /**
             * @default caption
             * @enum {string}
             */
            prompt_form: "caption" | "tags" | "instruction" | "boxes" | "elements" | "structured";
            /** @default [] */
            takes: ("reference" | "style" | "source" | "mask" | "depth" | "pose" | "edges" | "normal" | "segmentation" | "object" | "kept" | "judged" | "profile" | "font" | "logo")[];
            /** @default 16 */
            most_references: number;
            /** @default 1 */
            most_leads: number;
            /** @default false */
            repaints_led: boolean;
            /** @default [] */
            gives: ("linear" | "ids" | "depth" | "normal" | "albedo" | "colour" | "lights" | "export" | "layers")[];
            /** @default false */
            previews: boolean;
            /** @default false */
            cancels: boolean;
            /** @default false */
            costs: boolean;
            /**
             * @default nothing
             * @enum {string}
             */
            cancelled_costs: "nothing" | "all" | "unknown";
            /** @default false */
            resumable: boolean;
            /** @default false */
            idempotent: boolean;
            /** @default false */
            pretends: boolean;
            /** @default false */
            may_refuse: boolean;
            /** @default false */
            deterministic: boolean;
            /** @default 1 */
            concurrent: number;
            /** @default 64 */
            least: number;
            /** @default 4096 */
            most: number;
            /** @default 1 */
            multiple_of: number;
            min_pixels: number | null;
            max_pixels: number | null;
            widest: number | null;
            aspects: [
                number,
                number
            ][] | null;
            /** @default false */
            shape_only: boolean;
            sizes: [
                number,
                number
            ][] | null;
            /** @default {} */
            transparent: {
                [key: string]: boolean | number | string;
            };
            /** @default {} */
            defaults: {
                [key: string]: {
                    [key: string]: boolean | number | string;
                };
            };
            /** @default algorithmicMedia */
            source_type: ("algorithmicMedia" | "trainedAlgorithmicMedia" | "compositeWithTrainedAlgorithmicMedia" | "algorithmicallyEnhanced" | "composite") | null;
            ready: boolean;
            options: {
                [key: string]: unknown;
            };
        };
        Action: {
            /** @enum {string} */
            deed: "holding" | "carrying" | "reading" | "writing" | "typing" | "drinking" | "eating" | "cooking" | "pouring" | "cutting" | "painting" | "playing" | "photographing" | "phoning" | "pushing" | "pulling" | "throwing" | "catching" | "kicking" | "hitting" | "riding" | "driving" | "hugging" | "kissing" | "holding_hands" | "shaking_hands" | "feeding" | "petting" | "watering" | "sweeping" | "working" | "serving" | "fishing" | "singing" | "speaking" | "listening" | "looking" | "knitting" | "smoking" | "blowing" | "digging" | "brushing_teeth" | "brushing_hair" | "shaving" | "making_up" | "boxing" | "chopping" | "tying_shoes" | "taking_selfie" | "giving" | "tending";
            /** @default [] */
            objects: string[];
            hand: ("left" | "right" | "both") | null;
        };
        Animal: {
            /** @default  */
            species: string;
            breed: string | null;
            /**
             * @default adult
             * @enum {string}
             */
            age: "newborn" | "young" | "adult" | "old";
            sex: ("female" | "male") | null;
            /**
             * @default average
             * @enum {string}
             */
            build: "thin" | "average" | "fat";
            /**
             * @default {
             *       "colours": []
             *     }
             */
            coat: components["schemas"]["Coat"];
            eye_colour: components["schemas"]["Colour"] | null;
            eyes: ("open" | "closed" | "wide" | "narrowed" | "winking") | null;
            mouth: ("closed" | "open" | "tongue_out") | null;
            ears: ("upright" | "forward" | "back" | "floppy") | null;
            gaze: ("lens" | "away" | "down" | "up" | "left" | "right") | string | null;
            /** @default [] */
            wears: components["schemas"]["Garment"][];
            posture: ("standing" | "walking" | "trotting" | "running" | "leaping" | "sitting" | "lying" | "sleeping" | "curled_up" | "stretching" | "crouching" | "rearing" | "swimming" | "diving" | "flying" | "gliding" | "perching" | "hanging" | "climbing" | "begging" | "on_its_back" | "floating_on_its_back") | null;
            /** @default [] */
            deeds: components["schemas"]["Behaviour"][];
            formation: "row" | null;
            turned: number | null;
            id: string;
            noun: string;
            /** @default 1 */
            count: number;
            /**
             * @default {
             *       "scale": 1,
             *       "height": 1,
             *       "width": 1,
             *       "depth": 1
             *     }
             */
            size: components["schemas"]["Size"];
            within: [
                number,
                number,
                number,
                number
            ] | null;
            /** @default false */
            implied: boolean;
            /**
             * @default animal
             * @constant
             */
            kind: "animal";
        };
        Attached: {
            name: string;
            type: string;
            sha256: string;
            size: number;
        };
        Behaviour: {
            /** @enum {string} */
            deed: "grazing" | "drinking" | "eating" | "hunting" | "chasing" | "fighting" | "playing" | "nuzzling" | "grooming" | "carrying" | "holding" | "roaring" | "barking" | "howling" | "singing" | "yawning" | "digging" | "feeding" | "pulling" | "riding" | "watching" | "following";
            /** @default [] */
            objects: string[];
        };
        Board: {
            id: string;
            name: string;
            /** @default 0 */
            count: number;
        };
        Boards: {
            boards: components["schemas"]["Board"][];
        };
        Body_readRecipe: {
            file: string;
        };
        Body_sendObject: {
            file: string;
            beside: string[] | null;
        };
        Body_takeIn: {
            file: string;
        };
        Camera: {
            /** @default 50 */
            focal_length: number;
            /** @default 5.6 */
            f_number: number;
            /**
             * @default medium
             * @enum {string}
             */
            framing: "macro" | "close_up" | "medium_close" | "medium" | "full" | "wide" | "establishing";
            /**
             * @default slightly_high
             * @enum {string}
             */
            angle: "eye_level" | "low" | "worms_eye" | "slightly_high" | "high" | "overhead" | "aerial";
            /** @default 0 */
            azimuth: number;
            /** @default 0 */
            roll: number;
            focus: string | null;
            /** @default false */
            deep_focus: boolean;
            /**
             * @default [
             *       3,
             *       2
             *     ]
             */
            aspect: [
                number,
                number
            ];
            /**
             * @default balanced
             * @enum {string}
             */
            composition: "rule_of_thirds" | "centred" | "left" | "right" | "symmetrical" | "negative_space" | "balanced";
            space: ("left" | "right" | "top" | "bottom" | "top_left" | "top_right" | "bottom_left" | "bottom_right") | null;
            within: [
                number,
                number,
                number,
                number
            ] | null;
            /** @default false */
            fisheye: boolean;
            /** @default false */
            tilt_shift: boolean;
            /** @default false */
            motion_blur: boolean;
        };
        Claim: {
            kind: string;
            subject: string | null;
            object: string | null;
            value: string | number | null;
            span: [
                number,
                number
            ] | null;
        };
        Coat: {
            /** @default [] */
            colours: components["schemas"]["Colour"][];
            mane: components["schemas"]["Colour"] | null;
            marking: ("plain" | "tabby" | "calico" | "tortoiseshell" | "tuxedo" | "pointed" | "bicolour" | "spotted" | "striped" | "rosettes" | "patches" | "brindle" | "merle" | "saddle" | "mask" | "dappled" | "piebald") | null;
            length: ("hairless" | "short" | "medium" | "long") | null;
            texture: ("smooth" | "fluffy" | "curly" | "wiry" | "shaggy" | "wet" | "matted") | null;
        };
        Coating: {
            of: string;
            /** @enum {string} */
            manner: "poured" | "drizzled" | "dusted" | "splashed" | "beaded";
            colour: components["schemas"]["Colour"] | null;
        };
        Colour: {
            name: string;
            hex: string;
        };
        Cost: {
            pictures: number;
            quote: components["schemas"]["Quote"] | null;
            costs: boolean;
            seconds: number | null;
            like: number;
            waiting: number;
        };
        Count: {
            value: string;
            count: number;
        };
        Datum: {
            b64_json: string | null;
            url: string | null;
            revised_prompt: string | null;
            picture: string;
            job: string;
            seed: number;
        };
        Detail: {
            id: string;
            parent: string | null;
            edit: unknown;
            created: string;
            prompt: string;
            engine: string;
            seed: number;
            seconds: number;
            width: number;
            height: number;
            format: string;
            size: number;
            starred: boolean;
            note: string;
            boards: string[];
            trashed: string | null;
            /** @default [] */
            spent: components["schemas"]["Spent"][];
            /** @default {} */
            provenance: {
                [key: string]: string;
            };
            /** @default [] */
            files: components["schemas"]["Attached"][];
            recipe: components["schemas"]["Recipe"];
            scene: components["schemas"]["Scene"];
            reading: components["schemas"]["Reading"] | null;
            children: components["schemas"]["Picture"][];
            passes: string[];
        };
        Diagnostic: {
            /** @enum {string} */
            severity: "error" | "warning" | "note" | "help";
            code: string;
            span: [
                number,
                number
            ] | null;
            message: string;
            /** @default  */
            help: string;
        };
        Edit: {
            /** @default [] */
            changes: components["schemas"]["diorama__scene__edits__Change"][];
        };
        Engines: {
            default: string;
            engines: components["schemas"]["Able"][];
            missing: components["schemas"]["diorama__server__engines__Missing"][];
        };
        Environment: {
            /** @enum {string} */
            setting: "studio" | "tabletop" | "kitchen" | "cafe" | "living_room" | "bedroom" | "bathroom" | "office" | "library" | "workshop" | "windowsill" | "plain_room" | "brick_wall" | "street" | "shop_front" | "railway_platform" | "garden" | "park" | "meadow" | "forest" | "beach" | "sea" | "cliff" | "lake" | "desert" | "mountains" | "snow_field" | "city_skyline" | "rooftop" | "sky" | "river" | "cave" | "space" | "underwater" | "playground" | "airfield" | "savannah" | "classroom" | "laboratory" | "hospital_room" | "theatre" | "church_interior" | "supermarket" | "bakery" | "gym" | "sports_hall" | "museum" | "factory" | "warehouse" | "garage" | "subway" | "greenhouse" | "canal" | "city_river" | "harbour" | "jungle" | "moon_surface" | "planet_surface" | "sports_field" | "parking_lot" | "pool" | "courtyard" | "ruins" | "lecture_hall" | "airport_hall" | "temple_interior" | "porch" | "driveway" | "village" | "carriage" | "ballroom" | "great_hall" | "hotel_lobby" | "laundromat" | "nightclub" | "barn_interior" | "cellar";
            /** @default  */
            words: string;
            /** @default [] */
            place: string[];
            /**
             * @default {
             *       "colours": [],
             *       "finish": [],
             *       "coatings": []
             *     }
             */
            ground: components["schemas"]["Surface"];
            /**
             * @default floor
             * @enum {string}
             */
            ground_shape: "table" | "floor" | "seamless" | "terrain" | "shelf" | "sill";
            /**
             * @default {
             *       "colours": [],
             *       "finish": [],
             *       "coatings": []
             *     }
             */
            backdrop: components["schemas"]["Surface"];
            /** @default [] */
            features: string[];
            /** @default [] */
            fittings: components["schemas"]["Part"][];
            /**
             * @default clear
             * @enum {string}
             */
            weather: "clear" | "partly_cloudy" | "overcast" | "rain" | "storm" | "snow" | "fog" | "mist" | "haze" | "dust";
            /** @default 0 */
            haze: number;
            /** @default 0 */
            wetness: number;
            season: ("spring" | "summer" | "autumn" | "winter") | null;
        };
        Facets: {
            total: number;
            starred: number;
            engines: components["schemas"]["Count"][];
            sizes: components["schemas"]["Count"][];
            months: components["schemas"]["Count"][];
            /** @default true */
            whole: boolean;
        };
        FacialHair: {
            /**
             * @default none
             * @enum {string}
             */
            beard: "none" | "stubble" | "goatee" | "short" | "full" | "long";
            /** @default false */
            moustache: boolean;
            colour: components["schemas"]["Colour"] | null;
        };
        Failure: {
            error: components["schemas"]["Problem"];
        };
        Film: {
            /** @default digital */
            stock: string;
            /** @default 0 */
            grain: number;
            /** @default false */
            monochrome: boolean;
            /** @default false */
            sepia: boolean;
            /** @default 1 */
            saturation: number;
            /** @default 1 */
            contrast: number;
            /** @default 0 */
            warmth: number;
            /** @default 0 */
            exposure: number;
            /** @default 0 */
            halation: number;
            /** @default 0.15 */
            vignette: number;
            /** @default 0 */
            fade: number;
        };
        Filmed: {
            /** @enum {string} */
            move: "orbit" | "dolly_in" | "dolly_out" | "pan_left" | "pan_right" | "crane_up" | "crane_down" | "daylight";
            seconds: number;
            fps: number | null;
            amount: number | null;
            hours: number | null;
        };
        Flat: {
            subject: string;
            svg: string;
            notes: string[];
            places: components["schemas"]["TextSpot"][];
            turn: number;
        };
        Form: {
            name: string;
            options: {
                [key: string]: unknown;
            };
            defaults: {
                [key: string]: {
                    [key: string]: unknown;
                };
            };
            title: string;
            takes: ("reference" | "style" | "source" | "mask" | "depth" | "pose" | "edges" | "normal" | "segmentation" | "object" | "kept" | "judged" | "profile" | "font" | "logo")[];
            most_references: number;
            costs: boolean;
        };
        Found: {
            width: number;
            height: number;
            format: string;
            recipe: components["schemas"]["Recipe"] | null;
            prompt: string | null;
            source_type: string | null;
            tool: string | null;
            /** @default {} */
            other: {
                [key: string]: unknown;
            };
        };
        Garment: {
            garment: string;
            /** @default  */
            noun: string;
            /**
             * @default {
             *       "colours": [],
             *       "finish": [],
             *       "coatings": []
             *     }
             */
            surface: components["schemas"]["Surface"];
            /** @default [] */
            styles: string[];
            /** @default [] */
            labels: components["schemas"]["Label"][];
        };
        Generation: {
            prompt: string;
            model: string | null;
            n: number | null;
            stream: boolean | null;
            partial_images: number | null;
            background: ("opaque" | "transparent" | "auto") | null;
            moderation: ("low" | "auto") | null;
            output_format: ("png" | "jpeg" | "webp" | "gif" | "svg") | null;
            output_compression: number | null;
            quality: ("low" | "medium" | "high" | "xhigh" | "max" | "auto" | "standard" | "hd") | null;
            size: string | null;
            user: string | null;
            safety_identifier: string | null;
            complexity: ("low" | "medium" | "high") | null;
            svg: unknown;
            frame_count: unknown;
            frame_duration_ms: unknown;
            markup: unknown;
            response_format: ("b64_json" | "url") | null;
            seed: number | null;
            aspect: string | null;
            engine: string | null;
            preset: ("draft" | "standard" | "final") | null;
            options: {
                [key: string]: boolean | number | string;
            } | null;
            style: ("natural" | "vivid") | null;
            scene: {
                [key: string]: unknown;
            } | null;
        };
        Hair: {
            length: ("bald" | "shaved" | "buzz" | "short" | "chin" | "shoulder" | "long" | "very_long") | null;
            texture: ("straight" | "wavy" | "curly" | "coily") | null;
            /** @default [] */
            styles: ("loose" | "afro" | "bob" | "bun" | "topknot" | "updo" | "ponytail" | "pigtails" | "braid" | "braids" | "cornrows" | "dreadlocks" | "fringe" | "undercut" | "mohawk" | "quiff" | "slicked_back" | "side_parted" | "middle_parted" | "receding" | "balding" | "messy" | "tousled" | "windblown" | "wet" | "dyed")[];
            colour: components["schemas"]["Colour"] | null;
            streaks: components["schemas"]["Colour"] | null;
            grey: number | null;
        };
        Health: {
            ok: boolean;
            /** @default 0.1.0 */
            version: string;
        };
        Images: {
            created: number;
            data: components["schemas"]["Datum"][];
            /** @default opaque */
            background: string;
            output_format: string;
            quality: string;
            size: string;
            usage: components["schemas"]["Usage"];
            /** @default [] */
            diagnostics: components["schemas"]["Diagnostic"][];
            /** @default [] */
            missing: components["schemas"]["diorama__server__answers__Missing"][];
        };
        Input: {
            /** @enum {string} */
            kind: "reference" | "style" | "source" | "mask" | "depth" | "pose" | "edges" | "normal" | "segmentation" | "object" | "kept" | "judged" | "profile" | "font" | "logo";
            sha256: string;
            /** @default 1 */
            strength: number;
            /** @default 0 */
            start: number;
            /** @default 1 */
            end: number;
            region: [
                number,
                number,
                number,
                number
            ] | null;
            subject: string | null;
        };
        Job: {
            id: string;
            owner: string;
            /** @enum {string} */
            state: "queued" | "running" | "done" | "failed" | "cancelled";
            position: number | null;
            /** @default 0 */
            progress: number;
            /** @default  */
            stage: string;
            /** @default  */
            text: string;
            preview: number | null;
            picture: string | null;
            error: components["schemas"]["Problem"] | null;
            prompt: string;
            created: string;
            started: string | null;
            ended: string | null;
            /** @default 0 */
            attempts: number;
            ready: string | null;
            /** @default false */
            submitted: boolean;
            quote: components["schemas"]["Quote"] | null;
            /** @default [] */
            spent: components["schemas"]["Spent"][];
            /** @default [] */
            warnings: components["schemas"]["Warning"][];
            seed: number;
            width: number;
            height: number;
            quality: string;
            engine: string;
            parent: string | null;
            event: number;
        };
        Jobs: {
            jobs: components["schemas"]["Job"][];
            next: string | null;
        };
        Judgement: {
            score: number;
            passes: boolean;
            verdicts: components["schemas"]["diorama__contracts__tools__Verdict"][];
            rules: components["schemas"]["RuleTold"][];
        };
        Label: {
            /** @default  */
            text: string;
            picture: string | null;
            /**
             * @default sans
             * @enum {string}
             */
            style: "sans" | "serif" | "slab" | "condensed" | "bold" | "italic" | "script" | "handwritten" | "brush" | "chalk" | "typewriter" | "mono" | "stencil" | "display" | "art_deco" | "blackletter" | "comic" | "pixel" | "led" | "neon" | "engraved" | "rounded";
            colour: components["schemas"]["Colour"] | null;
            role: ("kicker" | "title" | "subtitle" | "heading" | "body" | "list" | "steps" | "menu" | "quote" | "author" | "price" | "old_price" | "date" | "time" | "place" | "number" | "caption" | "contact" | "button" | "table" | "cell" | "chart" | "bar_chart" | "line_chart" | "pie_chart" | "timeline" | "flow_chart" | "picture" | "message" | "reply" | "balloon" | "note" | "badge" | "field" | "fine_print" | "footer") | null;
            at: ("top_left" | "top" | "top_right" | "left" | "centre" | "right" | "bottom_left" | "bottom" | "bottom_right") | null;
            /** @default 1 */
            scale: number;
            /** @default [] */
            forms: ("small_caps" | "spaced" | "arched" | "underlined" | "bar" | "box" | "circle" | "oval" | "hexagon" | "burst" | "ribbon" | "cloud" | "shield" | "triangle" | "brackets" | "abreast")[];
            ground: components["schemas"]["Colour"] | null;
            turn: number | null;
            look: components["schemas"]["PageLook"] | null;
            template: string | null;
        };
        Layout: {
            /** @default {} */
            places: {
                [key: string]: components["schemas"]["Place"];
            };
            viewpoint: components["schemas"]["Viewpoint"] | null;
            spread: components["schemas"]["Spread"] | null;
            room: string | null;
            exposure: number | null;
            white_balance: number | null;
            black: number | null;
            contrast: number | null;
        };
        Leaf: {
            svg: string;
            notes: string[];
        };
        Leaves: {
            document: {
                [key: string]: unknown;
            };
            pages: components["schemas"]["Leaf"][];
        };
        Light: {
            id: string;
            /** @enum {string} */
            source: "sun" | "skylight" | "window" | "softbox" | "umbrella" | "ring_light" | "spotlight" | "lamp" | "candle" | "neon" | "fire" | "moon" | "screen" | "street_lamp" | "string_lights" | "ambient" | "flash" | "led_panel";
            /**
             * @default key
             * @enum {string}
             */
            role: "key" | "fill" | "rim" | "back" | "background" | "practical";
            /** @default -45 */
            azimuth: number;
            /** @default 40 */
            elevation: number;
            /**
             * @default medium
             * @enum {string}
             */
            quality: "hard" | "medium" | "soft" | "diffused" | "dappled";
            kelvin: number | null;
            colour: components["schemas"]["Colour"] | null;
            /** @default 1 */
            strength: number;
            subject: string | null;
        };
        Lighting: {
            time: string;
            hour: number;
            /** @default [] */
            lights: components["schemas"]["Light"][];
            /**
             * @default natural
             * @enum {string}
             */
            mood: "natural" | "high_key" | "low_key" | "dramatic" | "moody";
            /**
             * @default natural
             * @enum {string}
             */
            shadow: "natural" | "soft" | "long" | "hard" | "none";
            /**
             * @default none
             * @enum {string}
             */
            gobo: "none" | "leaves" | "palm" | "blinds" | "panes";
            /** @default {} */
            levels: {
                [key: string]: number;
            };
            kelvin: number | null;
        };
        Lights: {
            lights: string[];
        };
        Line: {
            path: string;
            /** @enum {string} */
            layer: "subject" | "environment" | "lighting" | "camera" | "film" | "none";
            before: string;
            after: string;
            text: string;
        };
        Marks: {
            starred: boolean | null;
            note: string | null;
            boards: string[] | null;
        };
        ModelCard: {
            id: string;
            /**
             * @default model
             * @constant
             */
            object: "model";
            /** @default 1795000000 */
            created: number;
            /** @default diorama */
            owned_by: string;
            title: string;
        };
        Models: {
            /**
             * @default list
             * @constant
             */
            object: "list";
            data: components["schemas"]["ModelCard"][];
        };
        Motif: {
            kind: string;
            colour: string | null;
            at: ("top_left" | "top" | "top_right" | "left" | "centre" | "right" | "bottom_left" | "bottom" | "bottom_right") | "sides" | null;
            under: number | null;
            /** @default 1 */
            count: number;
            /** @default 1 */
            scale: number;
        };
        Move: {
            position: number;
        };
        Name: {
            name: string;
        };
        Object: {
            id: string;
            noun: string;
            /** @default 1 */
            count: number;
            /**
             * @default {
             *       "scale": 1,
             *       "height": 1,
             *       "width": 1,
             *       "depth": 1
             *     }
             */
            size: components["schemas"]["Size"];
            within: [
                number,
                number,
                number,
                number
            ] | null;
            /** @default false */
            implied: boolean;
            /**
             * @default object
             * @constant
             */
            kind: "object";
            thing: string;
            asset: string | null;
            /** @default [] */
            variants: string[];
            /**
             * @default {
             *       "colours": [],
             *       "finish": [],
             *       "coatings": []
             *     }
             */
            surface: components["schemas"]["Surface"];
            /** @default [] */
            parts: components["schemas"]["Part"][];
            shape: string | null;
            /** @default [] */
            states: string[];
            /** @default [] */
            styles: string[];
            contents: string | null;
            /** @default [] */
            depicts: string[];
            /** @default [] */
            labels: components["schemas"]["Label"][];
        };
        Offer: {
            service: string;
            model: string;
            edit: string | null;
            /** @default [] */
            inputs: string[];
            price: components["schemas"]["Price"] | null;
            /** @default {} */
            tokens: {
                [key: string]: number;
            };
            tokens_as_of: string | null;
            /** @default [] */
            named_by: string[];
            /** @default [] */
            looked_in: string[];
            looked_on: string | null;
        };
        Page: {
            pictures: components["schemas"]["Picture"][];
            next: string | null;
        };
        PageLook: {
            paper: string | null;
            ink: string | null;
            accent: string | null;
            /** @default [] */
            art: components["schemas"]["Motif"][];
            border: string | null;
            pattern: string | null;
        };
        Part: {
            name: string;
            surface: components["schemas"]["Surface"];
        };
        Pause: {
            paused: boolean;
        };
        Person: {
            age: number | null;
            sex: ("female" | "male") | null;
            build: ("very_thin" | "slim" | "average" | "athletic" | "muscular" | "stocky" | "heavy") | null;
            height: number | null;
            ancestry: ("african" | "asian" | "european" | "latin_american" | "middle_eastern" | "south_asian" | "indigenous") | null;
            /**
             * @default {
             *       "details": [],
             *       "make_up": []
             *     }
             */
            skin: components["schemas"]["Skin"];
            /**
             * @default {
             *       "styles": []
             *     }
             */
            hair: components["schemas"]["Hair"];
            facial_hair: components["schemas"]["FacialHair"] | null;
            eye_colour: components["schemas"]["Colour"] | null;
            expression: ("neutral" | "smile" | "open_smile" | "laugh" | "thoughtful" | "serious" | "surprised" | "sad" | "angry" | "afraid" | "disgusted" | "serene" | "tired" | "concentrated" | "shouting" | "singing") | null;
            eyes: ("open" | "closed" | "wide" | "narrowed" | "winking") | null;
            gaze: ("lens" | "away" | "down" | "up" | "left" | "right") | string | null;
            role: string | null;
            /** @default [] */
            wears: components["schemas"]["Garment"][];
            posture: ("standing" | "sitting" | "kneeling" | "crouching" | "lying" | "leaning" | "walking" | "running" | "jumping" | "dancing" | "climbing" | "swimming" | "floating" | "bending" | "riding" | "crawling" | "meditating") | null;
            /** @default [] */
            gestures: ("arms_crossed" | "arms_raised" | "hands_on_hips" | "hands_in_pockets" | "hands_clasped" | "hands_behind_back" | "waving" | "pointing" | "thumbs_up" | "praying" | "chin_on_hand" | "saluting" | "clapping" | "peace_sign" | "hand_on_face" | "stretching" | "shrugging" | "arms_outstretched" | "reaching" | "shading_eyes" | "covering_face" | "covering_ears" | "covering_mouth" | "hand_on_head" | "hand_on_chest")[];
            /** @default [] */
            actions: components["schemas"]["Action"][];
            turned: number | null;
            id: string;
            noun: string;
            /** @default 1 */
            count: number;
            /**
             * @default {
             *       "scale": 1,
             *       "height": 1,
             *       "width": 1,
             *       "depth": 1
             *     }
             */
            size: components["schemas"]["Size"];
            within: [
                number,
                number,
                number,
                number
            ] | null;
            /** @default false */
            implied: boolean;
            /**
             * @default person
             * @constant
             */
            kind: "person";
        };
        Phrase: {
            start: number;
            end: number;
            text: string;
            /** @enum {string} */
            layer: "subject" | "environment" | "lighting" | "camera" | "film" | "none";
            /** @default [] */
            effect: string[];
            /**
             * @default applied
             * @enum {string}
             */
            status: "applied" | "stand-in" | "assumed" | "not_understood" | "no_effect";
        };
        Picked: {
            subject: string | null;
            instance: string | null;
            distance: number | null;
        };
        Picture: {
            id: string;
            parent: string | null;
            edit: unknown;
            created: string;
            prompt: string;
            engine: string;
            seed: number;
            seconds: number;
            width: number;
            height: number;
            format: string;
            size: number;
            starred: boolean;
            note: string;
            boards: string[];
            trashed: string | null;
            /** @default [] */
            spent: components["schemas"]["Spent"][];
            /** @default {} */
            provenance: {
                [key: string]: string;
            };
            /** @default [] */
            files: components["schemas"]["Attached"][];
        };
        Place: {
            x: number;
            y: number;
            /** @default 0 */
            z: number;
            /** @default 0 */
            yaw: number;
            /** @default 0 */
            tilt_x: number;
            /** @default 0 */
            tilt_y: number;
            host: string | null;
            moved: [
                number,
                number
            ] | null;
        };
        Price: {
            amount: number;
            most: number | null;
            /**
             * @default picture
             * @enum {string}
             */
            per: "picture" | "megapixel" | "megapixel of all frames" | "second" | "30 seconds" | "minute" | "second of computing" | "run" | "1000 characters" | "1000000 tokens";
            /** @default USD */
            currency: string;
            as_of: string;
            source: string;
        };
        Problem: {
            message: string;
            type: string;
            param: string | null;
            code: string | null;
            hint: string | null;
            /** @default false */
            retry: boolean;
            retry_after: number | null;
        };
        Prompts: {
            prompts: components["schemas"]["Saved"][];
        };
        Put: {
            path: string;
            value: unknown;
        };
        QueueState: {
            paused: boolean;
            queued: number;
            running: number;
        };
        Quote: {
            low: number;
            high: number;
            currency: string;
            /** @default  */
            source: string;
            as_of: string | null;
        };
        Reading: {
            prompt: string;
            scene: components["schemas"]["Scene"];
            phrases: components["schemas"]["Phrase"][];
            diagnostics: components["schemas"]["Diagnostic"][];
            /** @enum {string} */
            genre: "portrait" | "landscape" | "product" | "still_life" | "interior" | "street" | "architecture" | "wildlife" | "vehicle";
            layers: ("subject" | "environment" | "lighting" | "camera" | "film" | "none")[];
            filmed: components["schemas"]["Filmed"] | null;
        };
        Ready: {
            ok: boolean;
            checks: {
                [key: string]: string;
            };
        };
        Recipe: {
            /**
             * @default 2
             * @constant
             */
            version: 2;
            prompt: string;
            scene: components["schemas"]["Scene"];
            engine: string;
            engine_version: string;
            diorama: string;
            width: number;
            height: number;
            /** @enum {string} */
            quality: "draft" | "standard" | "final";
            seed: number;
            options: {
                [key: string]: boolean | number | string;
            };
            inputs: components["schemas"]["Input"][];
        };
        Refine: {
            picture: string | null;
            scene: {
                [key: string]: unknown;
            } | null;
            words: string | null;
            changes: components["schemas"]["Put"][] | null;
        };
        Refined: {
            scene: components["schemas"]["Scene"];
            edit: components["schemas"]["Edit"];
            diff: components["schemas"]["Line"][];
            phrases: components["schemas"]["Phrase"][];
            diagnostics: components["schemas"]["Diagnostic"][];
        };
        Relation: {
            subject: string;
            /** @enum {string} */
            kind: "on" | "in" | "under" | "above" | "beside" | "left_of" | "right_of" | "behind" | "in_front_of" | "between" | "around" | "against" | "leaning_on" | "hanging_from" | "stacked_on" | "filled_with" | "facing" | "near" | "with" | "holding" | "wearing" | "riding" | "covering";
            objects: string[];
            part: ("head" | "shoulder" | "back" | "chest" | "under_arm" | "arm" | "neck" | "lap" | "hip" | "mouth" | "ear" | "hands" | "left_hand" | "right_hand") | null;
        };
        Rubric: {
            rules: (components["schemas"]["Rule"] | string)[];
            /** @default 1 */
            least: number;
        };
        Rule: {
            say: string;
            /** @default false */
            must: boolean;
        };
        RuleTold: {
            say: string;
            must: boolean;
            holds: boolean | null;
            seen: string;
        };
        Saved: {
            id: string;
            name: string;
            prompt: string;
            created: string;
        };
        Scene: {
            /**
             * @default 2
             * @constant
             */
            version: 2;
            /** @default [] */
            subjects: (components["schemas"]["Object"] | components["schemas"]["Person"] | components["schemas"]["Animal"])[];
            /** @default [] */
            relations: components["schemas"]["Relation"][];
            environment: components["schemas"]["Environment"];
            lighting: components["schemas"]["Lighting"];
            /**
             * @default {
             *       "focal_length": 50,
             *       "f_number": 5.6,
             *       "framing": "medium",
             *       "angle": "slightly_high",
             *       "azimuth": 0,
             *       "roll": 0,
             *       "deep_focus": false,
             *       "aspect": [
             *         3,
             *         2
             *       ],
             *       "composition": "balanced",
             *       "fisheye": false,
             *       "tilt_shift": false,
             *       "motion_blur": false
             *     }
             */
            camera: components["schemas"]["Camera"];
            /**
             * @default {
             *       "stock": "digital",
             *       "grain": 0,
             *       "monochrome": false,
             *       "sepia": false,
             *       "saturation": 1,
             *       "contrast": 1,
             *       "warmth": 0,
             *       "exposure": 0,
             *       "halation": 0,
             *       "vignette": 0.15,
             *       "fade": 0
             *     }
             */
            film: components["schemas"]["Film"];
            layout: components["schemas"]["Layout"] | null;
        };
        Secret: {
            token: string;
        };
        Sent: {
            sha256: string;
            /** @enum {string} */
            format: "glb" | "obj" | "stl" | "ply" | "fbx" | "usda" | "usdc" | "usdz" | "blend" | "zip" | "png" | "webp" | "tiff";
            /** @default [] */
            missing: string[];
        };
        Session: {
            owner: string | null;
            shown: string | null;
            /** @default false */
            admin: boolean;
            team: components["schemas"]["TeamUse"] | null;
            by: string | null;
            provider: string | null;
        };
        Shop: {
            models: components["schemas"]["Shown"][];
            total: number;
        };
        Shown: {
            name: string;
            title: string;
            maker: string;
            kinds: ("image" | "edit" | "upscale" | "video" | "audio")[];
            licence: string | null;
            /** @default [] */
            offers: components["schemas"]["Offer"][];
            /** @default [] */
            takes: ("reference" | "style" | "source" | "mask" | "depth" | "pose" | "edges" | "normal" | "segmentation" | "object" | "kept" | "judged" | "profile" | "font" | "logo")[];
            /** @default {} */
            limits: {
                [key: string]: unknown;
            };
            /** @default [] */
            good_for: ("photorealism" | "portraits" | "text" | "speed" | "resolution" | "editing" | "illustration" | "vector" | "price" | "open weights")[];
            /**
             * @default caption
             * @enum {string}
             */
            prompt_form: "caption" | "tags" | "instruction" | "boxes" | "elements" | "structured";
            example: string | null;
            here: string | null;
            memory_gb: number | null;
            note: string | null;
            /** @default false */
            by_hand: boolean;
            /** @enum {string} */
            standing: "runs here" | "ready" | "needs a key" | "listed";
            services: string[];
            price: string;
            lowest: components["schemas"]["Price"] | null;
            goes_by: string[];
            favourite: boolean;
            /** @enum {string} */
            readonly checked: "named by packages" | "by hand" | "from one list";
        };
        Size: {
            /** @default 1 */
            scale: number;
            /** @default 1 */
            height: number;
            /** @default 1 */
            width: number;
            /** @default 1 */
            depth: number;
        };
        Skin: {
            tone: ("very_light" | "light" | "medium_light" | "medium" | "olive" | "medium_dark" | "dark" | "very_dark") | null;
            /** @default [] */
            details: ("freckles" | "wrinkles" | "moles" | "tanned" | "sunburnt" | "blush" | "pale" | "weathered" | "scar" | "tattoo" | "acne" | "sweat" | "wet" | "dirt" | "face_paint")[];
            /** @default [] */
            make_up: ("natural" | "lipstick" | "eyeliner" | "smoky_eyes" | "eyeshadow" | "blush" | "dramatic" | "nail_polish")[];
            lips: components["schemas"]["Colour"] | null;
        };
        Spent: {
            amount: number;
            currency: string;
            reference: string;
        };
        Spread: {
            radius: number;
            reach: number;
            wall: number | null;
            centre: [
                number,
                number,
                number
            ];
            lit: number;
        };
        Surface: {
            /** @default [] */
            colours: components["schemas"]["Colour"][];
            material: string | null;
            pattern: ("stripes" | "vertical_stripes" | "dots" | "checks" | "plaid" | "floral" | "stars" | "hearts" | "zigzag" | "leopard" | "zebra" | "camouflage" | "herringbone" | "houndstooth" | "paisley" | "marbled" | "gradient" | "rainbow" | "tie_dye" | "swirls" | "patchwork" | "diamonds" | "terrazzo" | "map" | "hieroglyphs") | null;
            /** @default [] */
            finish: string[];
            /** @default [] */
            coatings: components["schemas"]["Coating"][];
        };
        TeamUse: {
            name: string;
            quota: number | null;
            made: number;
        };
        TextSpot: {
            label: number;
            left: number;
            top: number;
            right: number;
            bottom: number;
        };
        Tokens: {
            image_tokens: number;
            text_tokens: number;
        };
        Tree: {
            picture: components["schemas"]["Picture"];
            /** @default [] */
            children: components["schemas"]["Tree"][];
        };
        Usage: {
            input_tokens: number;
            input_tokens_details: components["schemas"]["Tokens"];
            output_tokens: number;
            output_tokens_details: components["schemas"]["Tokens"];
            total_tokens: number;
        };
        Variation: {
            words: string;
            scene: components["schemas"]["Scene"];
            edit: components["schemas"]["Edit"];
            diff: components["schemas"]["Line"][];
        };
        Variations: {
            variations: components["schemas"]["Variation"][];
        };
        Vary: {
            picture: string;
            layer: string;
            /** @default 4 */
            n: number;
            /** @default  */
            of: string;
        };
        Viewpoint: {
            eye: [
                number,
                number,
                number
            ];
            target: [
                number,
                number,
                number
            ];
            /** @default 0 */
            shift_x: number;
            /** @default 0 */
            shift_y: number;
            focal_length: number | null;
            f_number: number | null;
            focus_distance: number | null;
            fov: [
                number,
                number
            ] | null;
        };
        Wanted: {
            prompt: string | null;
            document: {
                [key: string]: unknown;
            } | null;
            template: string | null;
            /** @default [] */
            edits: string[];
        };
        Warning: {
            code: string;
            text: string;
        };
        Work: {
            /** @default [] */
            boxes: number[][];
            /** @default [] */
            lassos: number[][][];
            /** @default [] */
            clicks: number[][];
            /** @default 12 */
            tolerance: number;
            /** @default [] */
            things: string[];
            mask: string | null;
            /** @default false */
            invert: boolean;
            /** @default 0 */
            feather: number;
            picture: string;
            /** @enum {string} */
            operation: "enlarge" | "extend" | "cutout" | "crop" | "erase" | "inpaint" | "background" | "print" | "layers";
            /** @default 2 */
            times: number;
            /** @default false */
            large: boolean;
            by: string | null;
            /** @default  */
            words: string;
            seed: number | null;
            behind: string | null;
            relight: number | null;
            /**
             * @default psd
             * @enum {string}
             */
            layers: "psd" | "tiff" | "exr";
            /** @default true */
            shadow: boolean;
            /** @default a4 */
            paper: string;
            /**
             * @default pdf
             * @enum {string}
             */
            file: "pdf" | "tiff";
            /**
             * @default srgb
             * @enum {string}
             */
            space: "srgb" | "adobe" | "cmyk";
            profile: string | null;
            /** @default 0 */
            bleed: number;
            /** @default 300 */
            dpi: number;
            /** @default false */
            marks: boolean;
            /** @default 0 */
            left: number;
            /** @default 0 */
            right: number;
            /** @default 0 */
            top: number;
            /** @default 0 */
            bottom: number;
        };
        Written: {
            scene: {
                [key: string]: unknown;
            };
        };
        diorama__contracts__tools__Verdict: {
            claim: components["schemas"]["Claim"];
            holds: boolean | null;
            confidence: number;
            /** @default  */
            seen: string;
        };
        diorama__scene__edits__Change: {
            path: (string | number)[];
            before: string;
            after: string;
        };
        diorama__server__answers__Missing: {
            job: string;
            state: string;
            error: components["schemas"]["Problem"];
        };
        diorama__server__engines__Missing: {
            name: string;
            message: string;
        };
        diorama__server__jobs__Wish: {
            prompt: string | null;
            scene: {
                [key: string]: unknown;
            } | null;
            like: string | null;
            seed: number | null;
            /** @default 1 */
            n: number;
            aspect: string | null;
            size: number | null;
            quality: ("draft" | "standard" | "final") | null;
            engine: string | null;
            options: {
                [key: string]: boolean | number | string;
            } | null;
            source: string | null;
            mask: string | null;
            /** @default [] */
            references: string[];
            objects: {
                [key: string]: string;
            } | null;
            /** @default [] */
            palette: string[];
            within: [
                number,
                number,
                number,
                number
            ] | null;
            /** @default {} */
            boxes: {
                [key: string]: [
                    number,
                    number,
                    number,
                    number
                ] | string;
            };
            font: string | null;
            logos: {
                [key: string]: string;
            } | null;
            /** @default 1 */
            best_of: number;
            rubric: components["schemas"]["Rubric"] | null;
            parent: string | null;
            edit: unknown;
        };
        diorama__server__judgements__Wish: {
            picture: string;
            /** @default [] */
            rules: string[];
            /** @default [] */
            must: string[];
            /** @default 1 */
            least: number;
        };
        diorama__server__prompts__Words: {
            /** @default  */
            name: string;
            prompt: string;
        };
        diorama__server__readings__Words: {
            prompt: string;
            aspect: string | null;
        };
        diorama__server__relights__Wish: {
            /** @default {} */
            lights: {
                [key: string]: components["schemas"]["diorama__studio__relight__Change"];
            };
            /** @default 0 */
            stops: number;
            white_balance: number | null;
            film: components["schemas"]["Film"] | null;
            picture: string;
        };
        diorama__server__scenes__Verdict: {
            ok: boolean;
            scene: components["schemas"]["Scene"] | null;
            problem: components["schemas"]["Problem"] | null;
        };
        diorama__studio__relight__Change: {
            /** @default 1 */
            strength: number;
            kelvin: number | null;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
