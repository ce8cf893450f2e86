create table p (id int not null, v int) partition by list (id);
create index p_a on p (v);
create index p_b on p (v) where v > 0;
