/**
 * What a company owes for a month, and how that is proved: extra costs, the settlement's life from draft to the ERP's
 * document, the snapshot that freezes it, and the explanation of every won of it.
 */
@NullMarked
package io.motorpool.domain.settlement;

import org.jspecify.annotations.NullMarked;
