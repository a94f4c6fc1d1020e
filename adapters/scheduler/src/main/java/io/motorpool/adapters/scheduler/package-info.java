/** What makes Motorpool act without being asked: timers, which call the same ports as a person would. */
@NullMarked
package io.motorpool.adapters.scheduler;

import org.jspecify.annotations.NullMarked;
