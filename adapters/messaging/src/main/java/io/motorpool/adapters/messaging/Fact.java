package io.motorpool.adapters.messaging;

/**
 * What is told of a fact: the published name under which it is told, its version included, and what it says. Names and
 * records are the messages' own, so that renaming something in the model does not reach the subscribers. A change that
 * an old subscriber would not understand is a new record under a new version.
 *
 * @param name what follows {@code io.motorpool.} in the type of the CloudEvent
 */
record Fact(String name, Record said) {}
