/** Strangers: who verifies or asks for tokens knowing nothing of Motorpool but where its keys are published. */
@NullMarked
package io.motorpool.sandbox.verify;

import org.jspecify.annotations.NullMarked;
