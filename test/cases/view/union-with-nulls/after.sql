create table k (id int, word varchar(50));
create view v as select * from (select id, word from k union all select id, null from k union all select 1+1, 'x') q;
create materialized view m as select id, word from k union all select null, 'y' union select 3::smallint, null;
create view v2 as with w as (select id, word, null from k union all select 1, 'a', 'x'), u(a) as (select 1) select w.id, (select 1) from w, u where exists (select 1, 'x', null::int from k) and id in (select null union select 1);
create view v3 as select (select max(id) from k), array(select 1 union all select null) as arr from k where (id, word) in (select 1, 'a' union all select 2, null);
create view v4 as select q.* from (values (1, null), (2, 'x')) q(a, b);
