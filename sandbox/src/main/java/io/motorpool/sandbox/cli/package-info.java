/** The commands of ./motorpool. */
@NullMarked
package io.motorpool.sandbox.cli;

import org.jspecify.annotations.NullMarked;
