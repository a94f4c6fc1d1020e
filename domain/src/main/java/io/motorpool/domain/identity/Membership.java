package io.motorpool.domain.identity;

import io.motorpool.domain.company.MemberRole;
import io.motorpool.domain.shared.CompanyId;

/** That a user is a member of a company now: the membership is active, and so is the company. */
public record Membership(CompanyId company, String companyName, MemberRole role) {}
