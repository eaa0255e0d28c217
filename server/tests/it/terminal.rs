//! The program on a terminal, with somebody at the keyboard.

use std::{
    fs::File,
    io::{Read as _, Write as _},
    os::fd::OwnedFd,
    process::{Child, Command},
    sync::mpsc::{Receiver, RecvTimeoutError, channel},
    thread,
    time::Duration,
};

use rustix::{
    fs::{Mode, OFlags, open},
    pty::{OpenptFlags, grantpt, openpt, ptsname, unlockpt},
};

pub(crate) const DOWN: &str = "\x1b[B";
pub(crate) const ENTER: &str = "\r";
pub(crate) const SPACE: &str = " ";

/// How long something may take to appear before it is taken never to.
const PATIENCE: Duration = Duration::from_secs(60);

pub(crate) struct Terminal {
    child: Child,
    keyboard: File,
    screen: Receiver<Vec<u8>>,
    /// What was shown after what was waited for last.
    shown: Vec<u8>,
}

impl Terminal {
    /// Starts a program on a terminal of its own.
    pub(crate) fn start(mut command: Command) -> Self {
        let master = openpt(OpenptFlags::RDWR | OpenptFlags::NOCTTY).expect("the system has pseudo terminals");
        grantpt(&master).expect("the terminal is ours");
        unlockpt(&master).expect("the terminal is ours");
        let name = ptsname(&master, Vec::new()).expect("it has a name");
        let end = open(name, OFlags::RDWR | OFlags::NOCTTY, Mode::empty()).expect("it can be opened");
        let clone = |end: &OwnedFd| end.try_clone().expect("a descriptor is free");
        command.env("TERM", "xterm").stdin(clone(&end)).stdout(clone(&end)).stderr(end);
        let child = command.spawn().expect("the program runs");
        // The program's ends only: when it is over, reading ends.
        drop(command);
        let keyboard = File::from(master);
        let mut output = keyboard.try_clone().expect("a descriptor is free");
        let (sender, screen) = channel();
        thread::spawn(move || {
            let mut buffer = [0; 4096];
            while let Ok(length @ 1..) = output.read(&mut buffer) {
                if sender.send(buffer[..length].to_vec()).is_err() {
                    break;
                }
            }
        });
        Self { child, keyboard, screen, shown: Vec::new() }
    }

    /// Waits until something is shown, then presses keys.
    pub(crate) fn answer(&mut self, prompt: &str, keys: &str) {
        let end = loop {
            let found = self.shown.windows(prompt.len()).position(|window| window == prompt.as_bytes());
            if let Some(start) = found {
                break start + prompt.len();
            }
            assert!(self.read(), "the program ended without {prompt:?}: {}", self.text());
        };
        self.shown.drain(..end);
        self.keyboard.write_all(keys.as_bytes()).expect("the terminal takes keys");
    }

    /// Waits for the end: whether all went well, and what was shown since the last answer.
    pub(crate) fn end(mut self) -> (bool, String) {
        while self.read() {}
        let status = self.child.wait().expect("it was started");
        (status.success(), self.text())
    }

    /// Takes more of what is shown; false at the end.
    fn read(&mut self) -> bool {
        match self.screen.recv_timeout(PATIENCE) {
            Ok(bytes) => self.shown.extend(bytes),
            Err(RecvTimeoutError::Disconnected) => return false,
            Err(RecvTimeoutError::Timeout) => panic!("nothing more is shown after: {}", self.text()),
        }
        true
    }

    fn text(&self) -> String {
        String::from_utf8_lossy(&self.shown).into_owned()
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        // A program that still asks when a test has failed would never end. One that is over cannot be ended.
        _ = self.child.kill();
        _ = self.child.wait();
    }
}
