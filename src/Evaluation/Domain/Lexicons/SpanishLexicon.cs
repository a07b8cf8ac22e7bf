namespace MemoCoach.Evaluation.Domain.Lexicons;

/// <summary>The vocabulary of Spanish business memos. Words are compared without accents; the notation is explained at <see cref="LexiconBuilder"/>.</summary>
internal static class SpanishLexicon
{
    private static readonly Lazy<Lexicon> Shared = new(Build);

    public static Lexicon Instance => Shared.Value;

    private static Lexicon Build()
    {
        var builder = new LexiconBuilder(SpanishVerbs.Forms)
            .Add(Marker.Function, """
                el, la, los, las, un, una, unos, unas, lo, al, del, y, e, o, u, ni, pero, sino, mas, que, de, en, a, por, para, con, sin, sobre, entre, desde, hasta, hacia, segun
                ante, bajo, contra, durante, mediante, tras, como, cuando, donde, quien, cual, cuales, cuyo, cuya, si, no, porque, aunque, mientras, pues, se, me, te, nos, le, les, su, sus, mi, mis
                nuestro, nuestra, nuestros, nuestras, tu, tus, este, esta, estos, estas, ese, esa, esos, esas, aquel, aquella, esto, eso, es, son, fue, fueron, era, eran, ser, sido, sera, seran, sea, sean
                esta, estan, estamos, estaba, hay, ha, han, he, hemos, habia, habra, haber, muy, ya, tambien, cada, todo, toda, todos, todas, otro, otra, otros, otras, asi, entonces, ademas, solo, yo, usted, ustedes, nosotros, ellos, ella, ellas, uno, tan, tanto, antes, despues, ahora, aqui, alli, mismo, misma
                debe, deben, debemos, puede, pueden, podemos, tiene, tienen, tenemos, podria, podrian, debido, cuanto, ello, mas, menos, cuyo, cuyas, cuyos
                """)
            .Add(Marker.Be, "es, son, fue, fueron, era, eran, ser, siendo, sido, sera, seran, sea, sean, seria, serian, fuera, fueran")
            .Add(Marker.Modal, "debe, deben, debemos, debera, deberan, deberia, deberian, puede, pueden, podra, podran, podria, podrian, hay que, tiene que, tienen que, tenemos que")
            .Add(Marker.Negation, "no, ni, nunca, jamas, sin, ninguno, ninguna, ningun, nada, nadie, tampoco, salvo, excepto")
            .Add(Marker.Condition, "si, salvo que, excepto que, a menos que, siempre que, siempre y cuando, en caso de, en el caso de, en el supuesto de, a condicion de, salvo, excepto, sin perjuicio de, con excepcion de")
            .Add(Marker.Person, "yo, nosotros, nosotras, usted, ustedes, nos, nuestro, nuestra, nuestros, nuestras, mi, mis, su, sus, le, les, tu, tus, pido, pedimos, pediremos, solicito, solicitamos, propongo, proponemos, recomiendo, recomendamos, hemos, estamos, tenemos, podemos, queremos, vamos, hacemos, necesitamos, sabemos")
            .Add(Marker.Participle, "hecho, hecha, hechos, hechas, escrito, escrita, escritos, escritas, dicho, dicha, puesto, puesta, puestos, puestas, visto, vista, vistos, vistas, abierto, abierta, abiertos, abiertas, cubierto, cubierta, cubiertos, cubiertas, resuelto, resuelta, resueltos, resueltas, impreso, impresa, roto, rota, devuelto, devuelta, expuesto, expuesta, expuestos, expuestas, propuesto, propuesta, propuestos, propuestas")
            .Add(Marker.NotParticiple, """
                debido, debida, debidos, debidas, adecuado, adecuada, adecuados, adecuadas, elevado, elevada, elevados, elevadas, limitado, limitada, complicado, complicada, determinado, determinada, privado, privada, demasiado, demasiada
                delicado, delicada, avanzado, avanzada, pasado, pasada, sentido, partido, mercado, mercados, resultado, resultados, grado, lado, cuidado, empleado, empleados, abogado, abogada, segundo, jurado, juzgado, estado, estados, candidato, sabado, sabados
                apropiado, apropiada, interesado, interesada, interesados, dedicado, comprometido, comprometida, equivocado, equivocada, reducido, reducida, conocido, conocida, encargado, encargada, aliado, aliada, rapido, rapida, valido, valida, liquido, solido, ordenado, variado, variada, cerrado, medido
                """)
            .Add(Marker.Expletive, "es (importante|necesario|preciso|posible|conveniente|recomendable|imprescindible|evidente|probable|menester|obligatorio) [que], cabe (destacar|senalar|mencionar|recordar|decir), hay que (tener en cuenta|destacar|senalar), conviene (destacar|senalar|recordar)")
            .Add(Marker.Hedge, """
                quizas, quiza, tal vez, acaso, a lo mejor, posiblemente, probablemente, presumiblemente, (parece|pareceria) [ser] que, al parecer, en cierto modo, en cierta medida, de alguna manera, de algun modo, mas o menos, (creo|creemos|pensamos|opinamos|entendemos|esperamos) que
                se podria decir, podria llegar a, en principio, en teoria, potencialmente, un poco, hasta cierto punto, es posible que, es probable que, ojala
                """)
            .Add(Marker.Intensifier, "muy, sumamente, extremadamente, obviamente, claramente, evidentemente, indudablemente, sin duda, sin lugar a dudas, por supuesto, desde luego, absolutamente, totalmente, increiblemente, revolucionario, revolucionaria, innovador, innovadora, puntero, puntera, de vanguardia, de ultima generacion, sin precedentes, excelente, optimo, optima")
            .Add(Marker.Vague, """
                significativo, significativa, significativos, significativas, significativamente, considerable, considerables, considerablemente, sustancial, sustanciales, sustancialmente, numerosos, numerosas, diversos, diversas, varios, varias, muchos, muchas, bastante, bastantes, una serie de, gran cantidad de, un gran numero de, gran numero de, la mayor parte de
                importantes (ahorros|costes|costos|mejoras|beneficios|perdidas|recursos|retrasos|gastos), un importante (ahorro|coste|costo|beneficio|gasto|retraso), una importante (mejora|perdida|inversion|reduccion), en breve, proximamente, pronto, cuanto antes, lo antes posible, a la mayor brevedad, en su momento, en un futuro proximo, notablemente, enormemente, cuantioso, cuantiosos, cuantiosas, multitud de
                """)
            .Add(Marker.EverydayNoun, """
                informacion, posicion, seccion, gestion, direccion, atencion, situacion, opcion, solucion, poblacion, organizacion, educacion, administracion, region, condicion, condiciones, accion, razon, millon, union, ocasion, sesion, version, reunion, cuestion, relacion, institucion, operaciones, operacion, transaccion, transacciones
                documento, departamento, momento, aumento, incremento, cliente, presupuesto, elemento, alimento, apartamento, medicamento, argumento, experiencia, diferencia, ciencia, agencia, audiencia, frecuencia, urgencia, referencia, competencia, ausencia, existencia, distancia, importancia, circunstancia, instancia, inversion, produccion, comision, aplicacion
                """)
            .Add(Marker.Legalese, """
                por la presente, el presente, la presente, los mencionados, el mencionado, la mencionada, el citado, la citada, los citados, dicho, dicha, dichos, dichas, el mismo, la misma, los mismos, las mismas, a tenor de, en virtud de, de conformidad con, conforme a lo dispuesto, sin perjuicio de, supra, infra, arriba indicado, arriba mencionado, el antedicho, a los efectos oportunos, a los efectos de, el susodicho, al objeto de, en el supuesto de, so pena de
                habida cuenta, no obstante lo anterior, el que suscribe, la que suscribe, el abajo firmante, sito, obrante, precitado, interesado, asimismo, y o, otrosi, facultativo, reseñado, estableciendose, debera procederse
                """)
            .Add(Marker.Lessening, "~reducir/reduzc, ~disminuir/disminuy, ~evitar, ~limitar, ~eliminar, ~bajar, ~recortar, ~acabar, menos, menor, sin, ningun, ninguna")
            .Add(Marker.NumberWord, "dos, tres, cuatro, cinco, seis, siete, ocho, nueve, diez, once, doce, quince, veinte, treinta, cuarenta, cincuenta, sesenta, cien, medio, media, tercio, cuarto, docena")
            .Add(Marker.Magnitude, "millon, millones, mil, cien, miles, billon, billones, m, k, mm")
            .Add(Marker.Unit, """
                por ciento, puntos, puntos porcentuales, euros, euro, dolares, dolar, pesos, peso, soles, libras, eur, usd, mxn, centavos, centimos, horas, hora, dias, dia, semanas, semana, meses, mes, anos, ano, minutos, minuto, segundos, años, año, personas, empleados, empleadas, trabajadores, clientes, usuarios, tickets, llamadas, pedidos, facturas, unidades, centros, tiendas, vehiculos, camiones, km, kg, kw, mw, gwh, kilometros, toneladas, metros, litros, gb, mb, kwh, mwh, veces, incidencias, quejas, reclamaciones, cuentas, licencias, plazas, agentes, pacientes, camas, hectareas, sucursales, oficinas, equipos, proveedores
                """)
            .Add(Marker.Reference, "seccion, articulo, paso, fase, pagina, anexo, figura, tabla, capitulo, parte, version, opcion, plan, trimestre, formulario, nivel, norma, clausula, parrafo, nota, titulo, ley, numero, ruta, alternativa, escenario, apartado, punto, art, num, sala")
            .Add(Marker.When, """
                enero, febrero, marzo, abril, mayo, junio, julio, agosto, septiembre, setiembre, octubre, noviembre, diciembre, (principios|mediados|finales) de (enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre), lunes, martes, miercoles, jueves, viernes, mañana, hoy, t1, t2, t3, t4, q1, q2, q3, q4
                (a|antes de|al|para|hasta) final de (mes|año|trimestre|semana), (a|para) finales de, (a|para) fin de (mes|año), (este|proximo|el proximo|la proxima|esta) (mes|año|trimestre|semana|semestre), (primer|segundo|tercer|cuarto) trimestre, (primer|segundo) semestre
                en (dos|tres|cuatro|cinco|seis|ocho|diez) (dias|semanas|meses), en un plazo de, dentro de (dos|tres|cuatro|seis) (dias|semanas|meses), en (primavera|verano|otoño|invierno), cada (semana|mes|trimestre|viernes|lunes), semanalmente, mensualmente, cierre de (mes|año|trimestre|ejercicio)
                """)
            .Add(Marker.Request, """
                (pedimos|pido|solicitamos|solicito|proponemos|propongo|recomendamos|recomiendo|rogamos|ruego|planteamos|planteo), les (pedimos|pido|solicitamos|solicito|proponemos|propongo|rogamos), le (pedimos|pido|solicitamos|solicito|proponemos|propongo|rogamos|ruego)
                se (solicita|pide|propone|recomienda|requiere) [la] (aprobacion|autorizacion|que|al|a la|su aprobacion|una decision), (este|el) (memo|memorando|documento|informe|escrito|texto) (pide|solicita|propone|recomienda|plantea), (esta) (nota|propuesta) (pide|solicita|propone|recomienda)
                necesitamos [su|la|una|que|del|de] (aprobacion|autorizacion|decision|conformidad|apruebe|apruebe|visto bueno|respuesta), necesito [su|la|una] (aprobacion|autorizacion|decision|conformidad|visto bueno), (decision|aprobacion|accion) (solicitada|requerida|necesaria), (nuestra|mi|la) (peticion|solicitud|recomendacion|propuesta) es, quisieramos que, queremos que (el|la) (comite|consejo|direccion|junta) (apruebe|autorice|decida)
                por favor (apruebe|aprueben|autorice|autoricen|confirme|confirmen|decida|firme|decidan), su (aprobacion|autorizacion|visto bueno|conformidad), lo que (pedimos|necesitamos|solicitamos|pido|necesito), es necesario que (el|la) (comite|consejo|direccion|junta) (apruebe|autorice), instamos a, (invitamos|invito) (al|a la)
                (pedir|solicitar) (al|a la|su|la) (comite|consejo|direccion|junta|aprobacion|autorizacion), (que) (el|la) (comite|consejo|direccion|junta) (apruebe|autorice|decida)
                """)
            .Add(Marker.RequestVerb, "pido, pide, pedimos, piden, solicito, solicita, solicitamos, solicitan, propongo, proponemos, propone, proponen, recomiendo, recomienda, recomendamos, recomiendan, planteo, plantea, planteamos, requiere, requerimos, ruego, rogamos")
            .Add(Marker.Decision, "~aprobar/aprueb, aprobacion, ~autorizar, autorizacion, ~financiar, financiacion, presupuesto, ~destinar, ~asignar, ~decidir, decision, visto bueno, conformidad, ~invertir/inviert, inversion, ~conceder, ~adoptar, ~liberar, ~firmar")
            .Add(Marker.DecisionMaker, "comite, consejo, junta, direccion, direccion general, director, directora, gerencia, gerente, presidente, presidenta, por favor, consejero delegado, consejera delegada, socios, patronato, ministro, ministra, usted, ustedes, le, les, cfo, ceo, direccion financiera, comite de direccion, consejo de administracion, alcalde, alcaldesa")
            .Add(Marker.Benefit, "oportunidad, oportunidades, beneficio, beneficios, ventaja, ventajas, ~mejorar, mejora, mejoras, ~ganar, ~ahorrar, ahorro, ahorros, ~aumentar, crecimiento, ingresos, margen, ~reducir/reduzc, retorno, rentabilidad, se amortiza, amortizacion, ~recuperar")
            .Add(Marker.Risk, """
                riesgo, riesgos, amenaza, amenazas, peligro, peligros, incertidumbre, incierto, incierta, peor caso, exposicion, obstaculo, obstaculos, (puede|podria|pueden|podrian) (caer|subir|bajar|no llegar|no encontrar|no estar|no querer|afectar|frenar|faltar|fallar|retrasarse|fracasar|perder|perderse|encarecerse|superar|incumplir|irse|rechazar|resistirse|interrumpir|bloquear), (falla|se retrasa|incumple|se encarece|no llega|fracasa|se retrasan|fallan), sobrecoste, sobrecostes, sobrecosto, sobrecostos, lo que puede salir mal, principal preocupacion, perdida de datos
                """)
            .Add(Marker.Mitigation, """
                ~mitigar, mitigacion, contingencia, contingencias, plan b, plan alternativo, salvaguarda, salvaguardas, plan de respaldo, respaldo, (reducir|reduce|reducen|reducimos|reduciremos|limitar|limita|limitamos|limitaremos|evitar|evita|evitamos|evitaremos|controlar|controlamos|cubrir|cubre|cubrimos|contener|gestionar|prevenir|acotar|acotamos) [el|este|ese|los|estos|la|dicho] (riesgo|riesgos|exposicion|peligro|amenaza)
                para (evitarlo|limitarlo|reducirlo|prevenirlo|mitigarlo|contenerlo|evitar|prevenir|compensar|protegernos|cubrirnos|cubrir), clausula de salida, clausula de penalizacion, penalizacion, penalizaciones, precio cerrado, precio fijo, seguro cubre, (mantendremos|mantendriamos|conservaremos|detendremos|detendriamos|pararemos|volveremos|volveriamos|pausaremos|retrasariamos|cambiariamos|usariamos|conservariamos), como precaucion, en paralelo, vuelta atras, marcha atras, alerta temprana, punto de salida
                """)
            .Add(Marker.Response, "en ese caso, si ocurre, si sucede, si esto ocurre, si no, por eso, por ello, hemos, haremos, tendremos, revisaremos, probaremos, formaremos, contrataremos, firmaremos, pruebas, prueba, piloto, revision, formacion, contrato, clausula, tope, reserva, margen, semanal, mensual, antes de firmar, vigilaremos, seguimiento, control")
            .Add(Marker.Plan, "proximo paso, proximos pasos, siguiente paso, siguientes pasos, hito, hitos, cronograma, calendario, puesta en marcha, despliegue, ~desplegar/desplieg, plan de trabajo, plan de accion, plan de implantacion, plan de proyecto, primera fase, segunda fase, primer paso, en (dos|tres|cuatro) (fases|etapas|pasos), hoja de ruta")
            .Add(Marker.Future, "va a, van a, vamos a, voy a, se hara, hara, haran, haremos, debera, deberan, tiene que, tendra que, prevemos, se preve")
            .Add(Marker.Action, """
                ~contactar, ~firmar, ~lanzar, ~contratar, ~encargar, ~formar, ~iniciar, ~empezar/empiez, ~comenzar/comienz, ~entregar, ~publicar, ~revisar, ~migrar, ~seleccionar, ~elegir/elig, ~nombrar, ~negociar, ~redactar, ~enviar, ~presentar, ~informar, ~terminar, ~completar, ~instalar, ~probar/prueb, ~pilotar, ~abrir, ~cerrar/cierr, ~trasladar, ~construir/construy, ~diseñar, ~ejecutar, ~preparar, ~comprar, ~acordar/acuerd, ~configurar, ~cambiar, ~convocar, ~confirmar, ~emitir, ~aprobar/aprueb, ~auditar, ~medir/mid, ~recoger/recoj, ~anunciar, ~comunicar, ~verificar, ~evaluar, ~asignar, ~implantar, ~implementar, ~establecer/establezc, ~desarrollar, ~introducir/introduzc, ~retirar, ~reunir, ~sustituir/sustituy, ~renovar/renuev, ~visitar, ~conectar, ~adjudicar, ~licitar, ~arrancar, ~poner/pong, pondra, pondran, pondremos, hara, haran, mantendra, tendra, ~liderar, ~coordinar, ~supervisar, ~cargar, ~repartir
                """)
            .Add(Marker.Owner, """
                yo, nosotros, equipo, gerente, director, directora, responsable, jefe, jefa, finanzas, compras, legal, operaciones, marketing, ventas, ingenieria, recursos humanos, sistemas, informatica, proveedor, contratista, departamento, direccion, comite, consejo, coordinador, coordinadora, logistica, mantenimiento, calidad, producto, juridico, asesoria juridica, administracion, analista, tecnologia, supervisor, supervisora, area, junta, atencion al cliente
                """)
            .Add(Marker.Strategy, "estrategia, estrategico, estrategica, estrategicos, estrategicas, objetivo, objetivos, prioridad, prioridades, mision, vision, plan estrategico, plan director, plan anual, plan de empresa, plan trienal, compromiso, compromisos, okr, meta, metas, eje, ejes, mandato, ambicion, hoja de ruta")
            .Add(Marker.Link, "~apoyar, ~impulsar, ~cumplir, contribuye a, contribuyen a, contribuir a, en linea con, alineado con, alineada con, se alinea con, alinea, coherente con, de acuerdo con, responde a, responden a, ~servir/sirv, ~avanzar, nos acerca, acerca, forma parte de, parte de, encaja, encaja con, ~permitir, conforme a, ~reforzar/refuerz, ~alcanzar, ~lograr, primer, primero de, uno de los, una de las, exige, desarrolla, fijado en, fijada en, marca, hacia")
            .Add(Marker.Reason, "porque, por lo tanto, por tanto, por consiguiente, en consecuencia, por eso, por ello, por esta razon, por este motivo, de ahi que, asi que, ya que, puesto que, dado que, debido a, gracias a, a causa de, como consecuencia, lo que significa, esto significa, eso significa, lo cual provoca, provoca, provocan, la causa es, la razon es, la causa, el motivo es, se debe a, se deben a, de modo que, de manera que, pues, por lo que, conlleva, lo que obliga")
            .Add(Marker.Source, "segun, encuesta, encuestas, auditoria, auditorias, comparativa, medimos, hemos medido, (estudio|estudios|investigacion|informe|informes|datos|pruebas|piloto|analisis|registros) (muestra|muestran|indica|indican|confirma|confirman), (estudio|informe|datos) (de|del), entrevistas, entrevistamos, fuente, estadisticas, el analisis muestra, los registros muestran, registros, muestra que, muestran que, demuestra que, demuestran que, por ejemplo, el piloto mostro, la prueba mostro, caso de, los clientes dicen, media del sector, referencias, experiencia de")
            .Add(Marker.Alternative, "alternativa, alternativas, otras opciones, otra opcion, opciones, opcion a, opcion b, opcion c, opcion 1, opcion 2, opcion 3, en lugar de, en vez de, no hacer nada, statu quo, (consideramos|comparamos|evaluamos|analizamos|estudiamos|descartamos|hemos considerado|hemos comparado|hemos evaluado|hemos descartado|hemos estudiado|valoramos), se (descarto|comparo|evaluo|considero), ~descartar, ~rechazar, seguir como estamos, mantener el actual, esperar un año, desarrollo propio, externalizar, subcontratar")
            .Add(Marker.Weighing, "sin embargo, no obstante, aunque, en cambio, por el contrario, por otro lado, por otra parte, frente a, comparado con, a diferencia de, mientras que, a pesar de, pese a, pero, mas barato que, mas lento que, mas rapido que")
            .Add(Marker.TopicAsk, "peticion, solicitud, recomendacion, recomendaciones, decision, decisiones, propuesta, aprobacion, lo que pedimos, lo que necesitamos, que pedimos, que se pide, accion solicitada, acuerdo, lo que solicitamos, que necesitamos")
            .Add(Marker.TopicGain, "que ganamos, lo que ganamos, que se gana, beneficio, beneficios, oportunidad, ventajas, por que importa, que cambia")
            .Add(Marker.TopicRisks, "riesgo, riesgos, mitigacion, amenazas, contingencia, contingencias, salvaguardas, que puede salir mal, lo que puede salir mal, preocupaciones")
            .Add(Marker.TopicPlan, "proximos pasos, siguientes pasos, plan, calendario, cronograma, implantacion, implementacion, hoja de ruta, hitos, ejecucion, acciones, despliegue, plazos, pasos, viabilidad, quien hace que, plan de trabajo, puesta en marcha, siguiente paso, proximo paso")
            .Add(Marker.TopicFigures, "economico, economica, financiero, financiera, coste, costes, costo, costos, cifras, numeros, presupuesto, finanzas, retorno, ahorro, ahorros, inversion, precio, amortizacion, impacto economico, caso de negocio, rentabilidad, dinero, datos economicos, economia, las cifras, los numeros")
            .Add(Marker.TopicStrategy, "estrategia, alineacion, alineamiento, encaje, encaje estrategico, objetivos, prioridades, mision, alineacion estrategica, metas, vision")
            .Add(Marker.TopicOptions, "alternativas, opciones, alternativas consideradas, opciones consideradas, por que, evidencia, razones, motivos, argumentos, comparacion, justificacion, por que ahora")
            .Add(Marker.TopicNotes, "notas, nota, referencias, bibliografia, fuentes, notas al pie")
            .Add(Marker.Neutral, "gestion de riesgos, sin riesgo, por lo tanto, director general, consejo de administracion, proteccion de datos, base de datos, bases de datos, en caso de que, centro de datos, de acuerdo con, plan de pensiones, comite de direccion, atencion al cliente, resultado de, de hecho, toma de decisiones, prima de riesgo, a peticion de, puesto de trabajo, puestos de trabajo");
        SpanishPlainWords.AddTo(builder);
        return builder.Build(Language.Spanish, Abbreviations, FamiliarAcronyms);
    }

    private const string Abbreviations = """
        sr sra srta sres dr dra d dña ud uds vd vds prof etc p.ej ej pag pags art arts num nums n.º nº aprox ee.uu s.a s.l s.l.u c.a av avda c/ ing lic depto dpto admon tel fig cap vol ed ref p.d p.m a.m inc ltd co
        """;

    private const string FamiliarAcronyms = """
        UE ONU EEUU USA UK RRHH TI IT IVA PIB SA SL SLU SLP CEO CFO CIO COO CTO ROI KPI KPIS PDF URL CSV USB GPS DNI NIF CIF ERE ERP CRM VIP TV PC OK ID SMS EUR USD MXN CO2 PYME PYMES ONG IA API ISO HTML HTTP HTTPS WWW DE PARA ASUNTO FECHA MEMO MEMORANDO II III IV VI VII VIII IX XI XII XX XXI NO SI Y EL LA LOS LAS QUE EN CON POR SIN KM KG GB MB KWH MWH I+D AM PM ESO TODO TODOS CV OTAN
        """;
}
