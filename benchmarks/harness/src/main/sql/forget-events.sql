-- As before anything was heard of the diplomates whose ids begin with ${prefix}, in the tables of ${schema}.
delete from ${schema}.completion_revision where diplomate_id like '${prefix}%';
delete from ${schema}.finding where diplomate_id like '${prefix}%';
delete from ${schema}.status where diplomate_id like '${prefix}%';
