//! A city at night: on the home page the programme, a building a session, and on social cards one for each item.

use cards::Skyline;
use conference::{Conference, Session};
use leptos::prelude::*;

/// The most buildings that are drawn.
const BUILDINGS: usize = 48;
/// The buildings of an item.
const BUILDINGS_OF_ITEM: usize = 26;
/// The width of the drawing and the height of its tallest building, in units of the view box.
const WIDTH: u32 = 1200;
const HEIGHT: u32 = 180;
/// The side of a window and the distance between windows.
const WINDOW: u32 = 5;
const PITCH: u32 = 13;

/// The drawing of the home page.
pub(crate) fn skyline(conference: &Conference) -> Option<impl IntoView + use<>> {
    of_programme(conference).map(|Skyline { width, height, walls, windows }| {
        view! {
            <svg class="skyline" viewBox=format!("0 0 {width} {height}") preserveAspectRatio="xMidYMax slice" aria-hidden="true">
                <path class="walls" d=walls></path>
                <path class="windows" d=windows></path>
            </svg>
        }
    })
}

/// A drawing made from the sessions alone: longer sessions are wider, and every slug has its own windows. `None` without
/// sessions.
pub(crate) fn of_programme(conference: &Conference) -> Option<Skyline> {
    let minutes = |session: &Session| {
        let minutes = session.duration().map_or(30, |duration| duration.as_mins());
        u32::try_from(minutes.clamp(10, 75)).expect("between 10 and 75")
    };
    let sessions: Vec<_> = conference.sessions.iter().take(BUILDINGS).collect();
    let buildings = sessions.iter().map(|session| (minutes(session), Random::of(session.slug.as_str())));
    (!sessions.is_empty()).then(|| draw(&buildings.collect::<Vec<_>>()))
}

/// A drawing made from the name of an item in URLs alone, so that it stays when the programme changes.
pub(crate) fn of_item(name: &str) -> Skyline {
    let mut random = Random::of(name);
    let building = |_| (20 + random.below(50), Random(random.below(u32::MAX >> 16)));
    draw(&(0..BUILDINGS_OF_ITEM).map(building).collect::<Vec<_>>())
}

/// Draws buildings of the given widths, each with its own numbers.
fn draw(buildings: &[(u32, Random)]) -> Skyline {
    let total: u32 = buildings.iter().map(|(width, _)| width).sum();
    let (mut walls, mut windows, mut x) = (String::new(), String::new(), 0);
    for (width, random) in buildings {
        let (width, mut random) = (width * WIDTH / total, random.clone());
        let height = HEIGHT / 4 + random.below(HEIGHT * 3 / 4 - 8);
        walls.push_str(&format!("M{x} {HEIGHT}v-{height}h{width}v{height}z"));
        for row in 1..height / PITCH {
            for column in 0..width.saturating_sub(8) / PITCH {
                if random.below(4) == 0 {
                    let (left, top) = (x + 6 + column * PITCH, HEIGHT - height + row * PITCH - 4);
                    windows.push_str(&format!("M{left} {top}h{WINDOW}v{WINDOW}h-{WINDOW}z"));
                }
            }
        }
        x += width;
    }
    Skyline { width: x, height: HEIGHT, walls, windows }
}

/// Numbers that look random and are the same for the same text: a linear congruential generator (constants of Numerical
/// Recipes), seeded with the text.
#[derive(Clone)]
struct Random(u32);

impl Random {
    fn of(text: &str) -> Self {
        Self(text.bytes().fold(2_166_136_261, |seed, byte| (seed ^ u32::from(byte)).wrapping_mul(16_777_619)))
    }

    fn below(&mut self, bound: u32) -> u32 {
        self.0 = self.0.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (self.0 >> 16) % bound
    }
}
