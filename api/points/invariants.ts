/** What must always be true of the ledger, as SQL: a row is a fault. Named after the list in
 *  docs/decisions/002-ledger.md. @module */
export const invariants: { name: string; sql: string }[] = [
  {
    name: "balance is the sum of its entries",
    sql: `select a.id, a.balance, coalesce(s.total, 0) as total from account a
      left join (select account_id, sum(amount) as total, max(seq) as seq from entry group by account_id) s
        on s.account_id = a.id
      where a.balance <> coalesce(s.total, 0) or a.seq <> coalesce(s.seq, 0)`,
  },
  {
    name: "balance_after follows entry by entry",
    sql: `select account_id, seq from (
        select account_id, seq, balance_after, sum(amount) over (partition by account_id order by seq) as run
        from entry) where balance_after <> run`,
  },
  {
    name: "head and kept fraction are the last entry's",
    sql: `select a.id from account a join entry e on e.account_id = a.id and e.seq = a.seq
      where a.head <> e.hash or a.carry <> e.carry_after`,
  },
  {
    name: "points balance is what is left in the lots",
    sql: `select a.id, a.balance, coalesce(s.total, 0) as lots from account a
      left join (select account_id, sum(remaining) as total from lot group by account_id) s
        on s.account_id = a.id
      where a.unit = 'points' and a.balance <> coalesce(s.total, 0)`,
  },
  {
    name: "what left a lot is the sum of its uses",
    sql: `select t.id from lot t
      left join (select lot_id, sum(amount) as total from lot_use group by lot_id) u on u.lot_id = t.id
      where t.original + coalesce(u.total, 0) <> t.remaining or t.remaining < 0 or t.remaining > t.original`,
  },
  {
    name: "a points entry is its lots and uses",
    sql: `select e.account_id, e.seq from entry e
      left join (select account_id, created_seq, sum(original) as total from lot
        group by account_id, created_seq) t on t.account_id = e.account_id and t.created_seq = e.seq
      left join (select account_id, seq, sum(amount) as total from lot_use
        group by account_id, seq) u on u.account_id = e.account_id and u.seq = e.seq
      where e.unit = 'points' and e.amount <> coalesce(t.total, 0) + coalesce(u.total, 0)`,
  },
  {
    name: "lots and uses are in their own account",
    sql:
      `select u.lot_id from lot_use u join lot t on t.id = u.lot_id where t.account_id <> u.account_id
      union all select t.id from lot t left join entry e
        on e.account_id = t.account_id and e.seq = t.created_seq and e.journal_id = t.journal_id
      where e.seq is null`,
  },
  {
    name: "nothing is spent before it is available or after it lapsed",
    sql: `select u.lot_id, e.seq from lot_use u join lot t on t.id = u.lot_id
      join entry e on e.account_id = u.account_id and e.seq = u.seq
      join journal x on x.id = e.journal_id
      where x.kind in ('redemption', 'transfer-out', 'tier-purchase') and u.amount < 0
        and (e.at < t.available_at or (t.lapses_at is not null and e.at >= t.lapses_at))`,
  },
  {
    name: "a lot lapses only when it is due, and once",
    sql: `select u.lot_id from lot_use u join lot t on t.id = u.lot_id
      join entry e on e.account_id = u.account_id and e.seq = u.seq
      join journal x on x.id = e.journal_id
      where x.kind = 'lapse' and (t.lapses_at is null or e.at < t.lapses_at)`,
  },
  {
    name: "no points are spendable while any are owed",
    sql: `select d.id from account d join lot t
        on t.account_id = d.loyalty_id || '.points' and t.remaining > 0
      where d.unit = 'points-debt' and d.balance > 0
        and (t.lapses_at is null or t.lapses_at > :now)`,
  },
  {
    name: "a cause is booked once",
    sql:
      `select cause_kind, cause_id from journal group by cause_kind, cause_id having count(*) > 1`,
  },
  {
    name: "what a redemption drew comes back at most once",
    sql: `select coalesce(x.reverses, x.id) as redemption, u.lot_id from journal x
      join entry e on e.journal_id = x.id
      join lot_use u on u.account_id = e.account_id and u.seq = e.seq
      where x.kind in ('redemption', 'release')
      group by redemption, u.lot_id
      having sum(case x.kind when 'redemption' then u.amount else max(u.amount, 0) end) > 0`,
  },
  {
    name: "returns never exceed the sale",
    sql: `select l.sale_id, l.n from sale_line l left join
        (select sale_id, n, sum(quantity_milli) as milli, sum(amount_fen) as fen
         from sale_return_line group by sale_id, n) r on r.sale_id = l.sale_id and r.n = l.n
      where l.returned_milli <> coalesce(r.milli, 0) or l.returned_fen <> coalesce(r.fen, 0)
        or l.returned_fen > l.amount_fen or l.returned_milli > l.quantity_milli`,
  },
  {
    name: "a sale is its lines",
    sql: `select s.id from sale s left join
        (select sale_id, sum(amount_fen) as total from sale_line group by sale_id) l on l.sale_id = s.id
      where s.total_fen <> coalesce(l.total, 0)`,
  },
  {
    name: "a member's sale has its journal and points",
    sql: `select s.id from sale s left join journal x on x.id = s.journal_id
      where s.member_id is not null and (x.cause_id is not s.id or s.points is not (
        select sum(e.amount) from entry e where e.journal_id = x.id and e.unit = 'points'
          and e.contra like 'issued@%'))`,
  },
  {
    name: "a claim is paid once and ends once",
    sql: `select c.id from claim c join journal x on x.id = c.journal_id
      where c.points is not (select -sum(e.amount) from entry e
        where e.journal_id = x.id and e.unit = 'points' and e.contra like 'redeemed@%')
      union all
      select e.claim_id from claim_end e where (e.state in ('cancelled', 'lapsed')) <> (e.journal_id is not null)`,
  },
  {
    name: "points that paid for a sale are what its lines say, and come back at most once",
    sql: `select s.id from sale s left join journal x on x.id = s.offset_journal_id
      where (s.offset_points > 0) <> (s.offset_journal_id is not null)
        or s.offset_fen <> (select sum(l.offset_fen) from sale_line l where l.sale_id = s.id)
        or s.offset_fen > s.total_fen
        or (x.id is not null and (x.kind <> 'offset' or x.cause_id <> s.id or s.offset_points is not (
          select -sum(e.amount) from entry e where e.journal_id = x.id and e.unit = 'points'
            and e.contra = 'redeemed@' || s.store_id)))
      union all
      select l.sale_id from sale_line l where l.offset_fen > l.amount_fen
      union all
      select r.id from sale_return r where (r.offset_points > 0) <> (r.offset_journal_id is not null)
        or r.offset_points is not (select coalesce(sum(e.amount), 0) from entry e
          where e.journal_id = r.offset_journal_id and e.unit = 'points' and e.contra like 'redeemed@%')
      union all
      select coalesce(x.reverses, x.id) || ' ' || u.lot_id from journal x
        join entry e on e.journal_id = x.id and e.contra like 'redeemed@%'
        join lot_use u on u.account_id = e.account_id and u.seq = e.seq
        where x.kind in ('offset', 'offset-back')
        group by coalesce(x.reverses, x.id), u.lot_id having sum(u.amount) > 0`,
  },
  {
    name: "a sale whose lines are all returned gave back all that paid",
    sql: `select s.id from sale s where s.offset_points > 0
      and not exists (select 1 from sale_line l where l.sale_id = s.id and l.returned_fen < l.amount_fen)
      and (s.offset_points is not (select sum(r.offset_points) from sale_return r where r.sale_id = s.id)
        or s.offset_fen is not (select sum(r.offset_fen) from sale_return r where r.sale_id = s.id))`,
  },
  {
    name: "a tally is the sum of what was given",
    sql: `select t.account_id, t.day, t.key from earning_tally t where t.micro is not (
        select sum(g.micro) from earning_given g where g.account_id = t.account_id and g.key = t.key
          and (t.day = '' or g.day = t.day))
      union all
      select g.account_id, g.day, g.key from earning_given g where not exists (select 1
        from earning_tally t where t.account_id = g.account_id and t.day = g.day and t.key = g.key)`,
  },
  {
    name: "stock is the sum of its moves",
    sql: `select s.gift_id, s.store_id from gift_stock s left join
        (select gift_id, store_id, sum(amount) as total from stock_move group by gift_id, store_id) m
        on m.gift_id = s.gift_id and m.store_id = s.store_id
      where s.remaining <> coalesce(m.total, 0)`,
  },
  {
    name: "a scan is used by one sale",
    sql: `select scan_id from sale where scan_id is not null group by scan_id having count(*) > 1`,
  },
  {
    name: "brands agree",
    sql: `select a.id from account a join loyalty_account l on l.id = a.loyalty_id
        join member m on m.id = l.member_id
      where a.brand_id <> l.brand_id or m.brand_id <> l.brand_id
      union all
      select e.account_id from entry e join journal x on x.id = e.journal_id
        join account a on a.id = e.account_id where a.brand_id <> x.brand_id`,
  },
  {
    name: "what counts towards a tier is what was booked",
    sql: `select l.id from loyalty_account l
      left join (select loyalty_id, sum(fen) as fen from qualifying_day group by loyalty_id) d
        on d.loyalty_id = l.id
      join account q on q.id = l.id || '.qualifying'
      where coalesce(d.fen, 0) <> q.balance`,
  },
  {
    name: "a tier that was bought was paid",
    sql: `select p.id from tier_purchase p where p.points is not (select -sum(e.amount) from entry e
      where e.journal_id = p.journal_id and e.unit = 'points' and e.contra like 'redeemed@%')`,
  },
  {
    name: "points sent are on their way, taken once, or back once",
    sql: `select t.id from transfer t left join transfer_end e on e.transfer_id = t.id
      where t.points is not (select -sum(x.amount) from entry x where x.journal_id = t.journal_id
          and x.contra like 'transferred@%')
        or (e.journal_id is not null and t.points is not (select sum(x.amount) from entry x
          where x.journal_id = e.journal_id and x.contra like 'transferred@%'))
      union all
      select x.brand_id from (select x.brand_id, sum(n.amount) as amount from entry n
          join journal x on x.id = n.journal_id where n.contra like 'transferred@%' group by x.brand_id) x
      left join (select o.brand_id, sum(t.points) as points from open_transfer o
          join transfer t on t.id = o.transfer_id group by o.brand_id) w on w.brand_id = x.brand_id
      where -x.amount <> coalesce(w.points, 0)`,
  },
  {
    name: "what passes on keeps its dates",
    sql:
      `select l.id from transfer t join transfer_end e on e.transfer_id = t.id and e.state = 'accepted'
      join lot l on l.journal_id = e.journal_id
      where not exists (select 1 from entry n join lot_use u on u.account_id = n.account_id and u.seq = n.seq
        join lot o on o.id = u.lot_id where n.journal_id = t.journal_id and -u.amount = l.original
          and o.lapses_at is l.lapses_at and o.available_at = l.available_at)`,
  },
  {
    name: "a store's points are the sum of their moves, and moves are booked",
    sql: `select s.store_id from store_budget s left join
        (select store_id, sum(points) as total from store_budget_move group by store_id) m
        on m.store_id = s.store_id where s.remaining <> coalesce(m.total, 0)
      union all
      select b.id from store_budget_move b where b.journal_id is not null and b.points is not (
        select -sum(n.amount) from entry n where n.journal_id = b.journal_id
          and n.contra = 'store-budget@' || b.store_id)`,
  },
];
