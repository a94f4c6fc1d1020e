/** Makes requests: sensible ones from the document and from what was learned, and then spoils some of them. */
@NullMarked
package io.motorpool.sandbox.fuzz.make;

import org.jspecify.annotations.NullMarked;
