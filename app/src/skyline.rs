//! The picture of the home page: the programme as a city at night, a building a session, its windows lit.

use conference::{Conference, Session};
use leptos::prelude::*;

/// The most buildings that are drawn.
const BUILDINGS: usize = 48;
/// The width of the drawing and the height of its tallest building, in units of the view box.
const WIDTH: u32 = 1200;
const HEIGHT: u32 = 240;
/// The side of a window and the distance between windows.
const WINDOW: u32 = 5;
const PITCH: u32 = 13;

/// A drawing made from the sessions alone: longer sessions are wider, and every slug has its own windows.
pub(crate) fn skyline(conference: &Conference) -> Option<impl IntoView + use<>> {
    let sessions: Vec<&Session> = conference.sessions.iter().take(BUILDINGS).collect();
    let minutes = |session: &Session| {
        let minutes = session.duration().map_or(30, |duration| duration.as_mins());
        u32::try_from(minutes.clamp(10, 75)).expect("between 10 and 75")
    };
    let total: u32 = sessions.iter().map(|session| minutes(session)).sum();
    let (mut walls, mut windows, mut x) = (String::new(), String::new(), 0);
    for session in &sessions {
        let width = minutes(session) * WIDTH / total;
        let mut random = Random::from(session);
        let height = HEIGHT / 4 + random.below(HEIGHT * 3 / 4);
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
    (!sessions.is_empty()).then(|| {
        view! {
            <svg class="skyline" viewBox=format!("0 0 {x} {HEIGHT}") preserveAspectRatio="xMidYMax slice" aria-hidden="true">
                <path class="walls" d=walls></path>
                <path class="windows" d=windows></path>
            </svg>
        }
    })
}

/// Numbers that look random and are the same for the same session: a linear congruential generator
/// (constants of Numerical Recipes), seeded with the slug.
struct Random(u32);

impl Random {
    fn from(session: &Session) -> Self {
        Self(session.slug.as_str().bytes().fold(2_166_136_261, |seed, byte| (seed ^ u32::from(byte)).wrapping_mul(16_777_619)))
    }

    fn below(&mut self, bound: u32) -> u32 {
        self.0 = self.0.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (self.0 >> 16) % bound
    }
}
