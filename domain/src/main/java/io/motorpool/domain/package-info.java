/** The words every part of the model shares: a decision, a refusal, a fact. */
@NullMarked
package io.motorpool.domain;

import org.jspecify.annotations.NullMarked;
