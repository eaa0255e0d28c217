//! Tests of the end of the program and of the log of panics.

use std::{
    io::{self, Write},
    panic,
    sync::{Arc, Mutex, PoisonError, mpsc},
    thread,
};

use super::{log_panic, run};

#[test]
fn the_end_waits_for_no_work_that_nobody_waits_for() {
    let (end, ended) = mpsc::channel::<()>();
    let (begin, begun) = mpsc::channel();
    let work = async move {
        tokio::task::spawn_blocking(move || {
            begin.send(()).expect("the test waits for it");
            _ = ended.recv();
        });
        begun.recv().expect("the work begins");
    };
    // This would never return if the runtime waited for its threads.
    run(work).expect("the runtime starts");
    drop(end);
}

/// The output of the log.
#[derive(Clone, Default)]
struct Memory(Arc<Mutex<Vec<u8>>>);

impl Write for Memory {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[test]
fn a_panic_is_a_line_of_the_log_in_its_format() {
    let memory = Memory::default();
    let writer = memory.clone();
    let log = tracing_subscriber::fmt().json().flatten_event(true).with_writer(move || writer.clone()).finish();
    let own = thread::current().id();
    let others = panic::take_hook();
    // Tests that fail meanwhile say so as ever.
    panic::set_hook(Box::new(move |info| if thread::current().id() == own { log_panic(info) } else { others(info) }));
    let result = tracing::subscriber::with_default(log, || panic::catch_unwind(|| panic!("at {}", "odds")));
    drop(panic::take_hook());
    assert!(result.is_err());
    let bytes = memory.0.lock().unwrap_or_else(PoisonError::into_inner);
    let line: serde_json::Value = serde_json::from_slice(&bytes).expect("one line of JSON");
    assert_eq!((&line["level"], &line["message"]), (&"ERROR".into(), &"panic: at odds".into()), "{line}");
    assert!(line["place"].as_str().is_some_and(|place| place.contains("serve/tests.rs:")), "{line}");
}
