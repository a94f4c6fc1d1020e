/**
 * What stand-ins for other people's systems have in common: a small server that speaks JSON to whoever knows the secret, a
 * diary that survives crashes, and a switchboard for whatever can go wrong between two systems.
 */
@NullMarked
package io.motorpool.sandbox.standin;

import org.jspecify.annotations.NullMarked;
