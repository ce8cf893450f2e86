create table p (id int not null, v int not null) partition by list (id);
create table p_1 partition of p for values in (1);
create unique index u on p (id, v);
create index w on p (v) with (fillfactor = 70);
alter table p_1 cluster on p_1_v_idx;
