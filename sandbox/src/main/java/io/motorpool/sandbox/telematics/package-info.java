/**
 * A stand-in for the company that connects vehicles: a device in each of them, reached over the air, which learns and
 * forgets keys, locks and unlocks, and sometimes does not answer.
 */
@NullMarked
package io.motorpool.sandbox.telematics;

import org.jspecify.annotations.NullMarked;
