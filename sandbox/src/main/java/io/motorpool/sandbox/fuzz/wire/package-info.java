/** HTTP byte by byte: libraries refuse to send what a fuzzer has to. */
@NullMarked
package io.motorpool.sandbox.fuzz.wire;

import org.jspecify.annotations.NullMarked;
