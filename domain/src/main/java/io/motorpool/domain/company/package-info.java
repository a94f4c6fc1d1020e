/** Client companies and their members. A thin context on purpose: its rules are about single values, so its
 * aggregates are plain records (ADR-0007). */
@NullMarked
package io.motorpool.domain.company;

import org.jspecify.annotations.NullMarked;
