package io.pipewright.engine.store;

import java.time.InstantSource;
import java.util.concurrent.ThreadFactory;

/// What it takes to open a project's store.
///
/// @param firstTriggerId the lowest id that a new trigger may get: above every numeric partition folder and every id of another
///     product's database in the variables folder
/// @param threads for one writer and few readers; nobody interrupts them
public record StoreSettings(
        StateFolder folder,
        StoreOwner owner,
        long firstTriggerId,
        InstantSource clock,
        ThreadFactory threads) {}
