//! Converts the exports of other tools into content files. Text in, text out: no disk, no network, no clock.

mod damage;
mod item;
mod known;
mod likeness;
pub mod markdown;
pub mod merge;
mod renamed;
mod schedule;
pub mod slug;
mod source;
pub mod text;
mod withdraw;
pub mod write;

pub use item::{Damage, Field, Imported, Item, Place, Skipped, Value};
pub use known::{Booking, Known, Named, Places};
pub use renamed::renamed;
pub use source::{LARGEST, Reading, SourceKind, read};
