create table k (id int, word varchar(50));
create view v as select * from (select id, word from k union all select id, null::varchar as "varchar" from k) q;
