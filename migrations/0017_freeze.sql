-- A frozen member spends nothing, not even what was decided in the moment before: whoever read the
-- member as active and comes to write after the freeze collides and reads again. What lapses, is
-- taken back or adjusted goes on.
create trigger entry_of_frozen before insert on entry
when new.amount < 0 and new.unit = 'points'
  and substr(new.contra, 1, instr(new.contra, '@')) in ('redeemed@', 'transferred@', 'store-budget@')
  and exists (select 1 from account a join loyalty_account l on l.id = a.loyalty_id
    join member m on m.id = l.member_id where a.id = new.account_id and m.state = 'frozen')
begin select raise(abort, 'collision: member'); end;
