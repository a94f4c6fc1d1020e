/** What one can ask the sandbox for by name. */
@NullMarked
package io.motorpool.sandbox.catalogue;

import org.jspecify.annotations.NullMarked;
