insert into "S x"."P t" select 1,'a' where false;
