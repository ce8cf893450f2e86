create table p (id int not null, v int) partition by list (id);
create index p_a on p (v);
create index p_b on p (v) where v > 0;
create table p_1 partition of p for values in (1);
