//! Reads the values of fields. An invalid value is reported and read as `None`, so that reading continues.

mod choice;
mod field_reader;
mod several;
mod text;
mod time;
mod web;

pub(crate) use choice::Choice;
pub(crate) use field_reader::{FieldReader, Placed};
pub(crate) use several::as_slug;
pub use time::EARLIEST_YEAR;
pub(crate) use time::{DAY_EXAMPLE, Moment, START_EXAMPLE, print_time};
