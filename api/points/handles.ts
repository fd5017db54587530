/** What a command is asked about, in whatever words: SQL that finds account and brand behind it, so
 *  that nothing has to be looked up before the one batch of reads. @module */

/** SQL for the loyalty account behind a handle: `acc_…`, `scn_…`, `sal_…`, `clm_…`, `mem_…`,
 *  `trf_…` (its sender's), or a 16-digit card number. */
export const loyaltyOf = (handle: string): string =>
  `(case substr(${handle}, 1, 4) when 'acc_' then ${handle}
     when 'scn_' then (select s.account_id from scan s where s.id = ${handle})
     when 'sal_' then (select s.account_id from sale s where s.id = ${handle})
     when 'clm_' then (select x.account_id from claim x where x.id = ${handle})
     when 'trf_' then (select x.from_account from transfer x where x.id = ${handle})
     when 'mem_' then (select l.id from loyalty_account l where l.member_id = ${handle})
     else (select c.account_id from card c where c.number = ${handle}) end)`;

/** SQL for the brand behind a handle: `mem_…`, `scn_…`, `trf_…`, or the brand's own id. */
export const brandOf = (handle: string): string =>
  `(case substr(${handle}, 1, 4)
     when 'mem_' then (select w.brand_id from member w where w.id = ${handle})
     when 'scn_' then (select w.brand_id from scan w where w.id = ${handle})
     when 'trf_' then (select w.brand_id from transfer w where w.id = ${handle})
     else ${handle} end)`;
